package dev.surveyor.codec.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.io.ByteArrayOutputStream;

/**
 * Writes one message as JSON: fields by their names as in the file, in the order of their numbers' first appearance;
 * 64-bit numbers as numbers, bytes as Base64, fields that the schema does not know as {@code ?7}, and messages that have a
 * meaning of their own as that. What is not in the bytes is not in the JSON.
 *
 * <p>Source: protobuf.dev, "Encoding".
 */
final class ProtobufWalk {

    private final BoundedJsonWriter out;
    private final ProtobufTypes types;

    /** @param types says which messages have a meaning of their own */
    ProtobufWalk(BoundedJsonWriter out, ProtobufTypes types) {
        this.out = out;
        this.types = types;
    }

    void message(Descriptor type, Slice bytes) {
        if (types.write(type, bytes, out, this)) {
            return;
        }
        out.startObject();
        fields(type, bytes);
        out.endObject();
    }

    /** Writes the fields of a message into the object that is open. */
    void fields(Descriptor type, Slice bytes) {
        ProtobufFields fields = ProtobufFields.scan(bytes);
        for (int i = 0; i < fields.count(); i++) {
            if (fields.firstOfItsNumber(i)) {
                field(type, fields, i);
            }
        }
    }

    private void field(Descriptor type, ProtobufFields fields, int first) {
        int number = fields.number(first);
        FieldDescriptor field = type.findFieldByNumber(number);
        if (field == null) {
            out.name("?" + number);
            unknown(fields, first);
        } else if (field.isRepeated()) {
            out.name(field.getName());
            values(field, fields, first);
        } else {
            out.name(field.getName());
            int last = fields.last(first);
            if (last != first && field.getType() == FieldDescriptor.Type.MESSAGE) {
                message(field.getMessageType(), merged(field, fields, first));
            } else {
                // Of any other field that is there twice the last one counts.
                single(field, fields.wireType(last), fields.reader(last));
            }
        }
    }

    /** Writes all values of a list or a map that is in the bytes. */
    void values(FieldDescriptor field, ProtobufFields fields) {
        values(field, fields, fields.first(field.getNumber()));
    }

    private void values(FieldDescriptor field, ProtobufFields fields, int first) {
        if (field.isMapField()) {
            map(field, fields, first);
            return;
        }
        out.startArray();
        for (int i = first; i >= 0; i = fields.next(i)) {
            repeated(field, fields, i);
        }
        out.endArray();
    }

    /** A message that is there twice is the fields of both, which is what their bytes one after the other are. */
    private static Slice merged(FieldDescriptor field, ProtobufFields fields, int first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = first; i >= 0; i = fields.next(i)) {
            expect(field, fields.wireType(i), ProtobufFields.LENGTH);
            ByteReader in = fields.reader(i);
            bytes.writeBytes(in.take(in.varint()).bytes());
        }
        return Slice.of(bytes.toByteArray());
    }

    private void repeated(FieldDescriptor field, ProtobufFields fields, int at) {
        int wireType = fields.wireType(at);
        ByteReader in = fields.reader(at);
        if (wireType == ProtobufFields.LENGTH && field.isPackable()) {
            ByteReader packed = new ByteReader(in.take(in.varint()));
            while (packed.left() > 0) {
                scalar(field, packed);
            }
        } else {
            single(field, wireType, in);
        }
    }

    private void map(FieldDescriptor field, ProtobufFields fields, int first) {
        Descriptor entry = field.getMessageType();
        FieldDescriptor key = entry.findFieldByNumber(1);
        FieldDescriptor value = entry.findFieldByNumber(2);
        out.startObject();
        for (int i = first; i >= 0; i = fields.next(i)) {
            ByteReader in = fields.reader(i);
            expect(field, fields.wireType(i), ProtobufFields.LENGTH);
            ProtobufFields parts = ProtobufFields.scan(in.take(in.varint()));
            out.name(keyText(key, parts));
            int at = parts.find(2);
            if (at < 0) {
                missing(value);
            } else {
                single(value, parts.wireType(at), parts.reader(at));
            }
        }
        out.endObject();
    }

    private static String keyText(FieldDescriptor key, ProtobufFields parts) {
        int at = parts.find(1);
        if (at < 0) {
            return key.getJavaType() == FieldDescriptor.JavaType.STRING
                    ? ""
                    : key.getJavaType() == FieldDescriptor.JavaType.BOOLEAN ? "false" : "0";
        }
        ByteReader in = parts.reader(at);
        expect(key, parts.wireType(at), wireTypeOf(key));
        return switch (key.getType()) {
            case STRING -> in.text(in.varint());
            case BOOL -> Boolean.toString(in.varint() != 0);
            default -> number(key, in);
        };
    }

    /** Writes what a field is that is not in the bytes. */
    void missing(FieldDescriptor value) {
        switch (value.getJavaType()) {
            case STRING -> out.string("");
            case BOOLEAN -> out.bool(false);
            case BYTE_STRING -> out.string("");
            case MESSAGE -> message(value.getMessageType(), Slice.of(new byte[0]));
            case ENUM -> enumValue(value.getEnumType(), 0);
            default -> out.literal("0");
        }
    }

    /** Writes the value of a field that is there once. */
    void single(FieldDescriptor field, int wireType, ByteReader in) {
        expect(field, wireType, wireTypeOf(field));
        switch (field.getType()) {
            case MESSAGE -> message(field.getMessageType(), in.take(in.varint()));
            case GROUP -> message(field.getMessageType(), ProtobufFields.group(in, field.getNumber()));
            case STRING -> out.string(in.text(in.varint()));
            case BYTES -> out.binary(in.take(in.varint()));
            default -> scalar(field, in);
        }
    }

    private void scalar(FieldDescriptor field, ByteReader in) {
        switch (field.getType()) {
            case BOOL -> out.bool(in.varint() != 0);
            case ENUM -> enumValue(field.getEnumType(), (int) in.varint());
            case FLOAT -> out.number(Float.intBitsToFloat(in.fixed32()));
            case DOUBLE -> out.number(Double.longBitsToDouble(in.fixed64()));
            default -> out.literal(number(field, in));
        }
    }

    private static String number(FieldDescriptor field, ByteReader in) {
        return switch (field.getType()) {
            case INT32 -> Integer.toString((int) in.varint());
            case UINT32 -> Integer.toUnsignedString((int) in.varint());
            case SINT32 -> Integer.toString((int) in.zigzag());
            case INT64 -> Long.toString(in.varint());
            case UINT64 -> Long.toUnsignedString(in.varint());
            case SINT64 -> Long.toString(in.zigzag());
            case FIXED32 -> Integer.toUnsignedString(in.fixed32());
            case SFIXED32 -> Integer.toString(in.fixed32());
            case FIXED64 -> Long.toUnsignedString(in.fixed64());
            case SFIXED64 -> Long.toString(in.fixed64());
            default -> throw new UndecodableException(field.getName() + " is no number");
        };
    }

    private void enumValue(EnumDescriptor type, int number) {
        EnumValueDescriptor value = type.findValueByNumber(number);
        if (value == null) {
            out.number(number);
        } else {
            out.string(value.getName());
        }
    }

    private void unknown(ProtobufFields fields, int first) {
        boolean several = fields.next(first) >= 0;
        if (several) {
            out.startArray();
        }
        for (int i = first; i >= 0; i = fields.next(i)) {
            ByteReader in = fields.reader(i);
            switch (fields.wireType(i)) {
                case ProtobufFields.VARINT -> out.number(in.varint());
                case ProtobufFields.FIXED64 -> out.number(in.fixed64());
                case ProtobufFields.FIXED32 -> out.number(in.fixed32());
                case ProtobufFields.LENGTH -> out.binary(in.take(in.varint()));
                default -> out.string("a group");
            }
        }
        if (several) {
            out.endArray();
        }
    }

    private static int wireTypeOf(FieldDescriptor field) {
        return switch (field.getType()) {
            case DOUBLE, FIXED64, SFIXED64 -> ProtobufFields.FIXED64;
            case FLOAT, FIXED32, SFIXED32 -> ProtobufFields.FIXED32;
            case STRING, BYTES, MESSAGE -> ProtobufFields.LENGTH;
            case GROUP -> ProtobufFields.GROUP;
            default -> ProtobufFields.VARINT;
        };
    }

    private static void expect(FieldDescriptor field, int wireType, int wanted) {
        if (wireType != wanted) {
            throw new UndecodableException(
                    field.getName() + " has the wire type " + wireType + " where the schema means " + wanted);
        }
    }
}
