package dev.surveyor.codec.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes messages that have a meaning of their own as that: a Timestamp as a time, a wrapper as its value, a Struct as
 * the object that it describes, an Any as the message inside. Not safe for several threads.
 *
 * <p>Source: protobuf.dev, "ProtoJSON Format"; the comments in {@code google/type} and {@code confluent/type}.
 */
final class ProtobufTypes {

    private static final String TYPE = "@type";

    private final Map<String, Descriptor> all;
    private final boolean meant;
    private boolean hadMeaning;

    /**
     * Makes it for one payload.
     *
     * @param all the messages that an Any may hold, by their full names
     * @param meant whether to write what messages mean, rather than their fields
     */
    ProtobufTypes(Map<String, Descriptor> all, boolean meant) {
        this.all = all;
        this.meant = meant;
    }

    /** Returns all messages of some files and of what they import, by their full names. */
    static Map<String, Descriptor> in(List<FileDescriptor> files) {
        Map<String, Descriptor> all = new HashMap<>();
        Deque<FileDescriptor> open = new ArrayDeque<>(files);
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            FileDescriptor file = open.pop();
            if (seen.add(file.getFullName())) {
                collect(file.getMessageTypes(), all);
                open.addAll(file.getDependencies());
            }
        }
        return all;
    }

    private static void collect(List<Descriptor> types, Map<String, Descriptor> all) {
        for (Descriptor type : types) {
            all.putIfAbsent(type.getFullName(), type);
            collect(type.getNestedTypes(), all);
        }
    }

    /** Returns whether some message so far has a meaning beside its fields. */
    boolean hadMeaning() {
        return hadMeaning;
    }

    /** Writes the message where it has a meaning and that is wanted; returns whether it did. */
    boolean write(Descriptor type, Slice bytes, BoundedJsonWriter out, ProtobufWalk walk) {
        String name = type.getFullName();
        if (!name.startsWith("google.") && !name.startsWith("confluent.")) {
            return false;
        }
        if (!meant) {
            hadMeaning |= ProtobufTexts.knows(name) || isStructure(name);
            return false;
        }
        boolean written = out.attempt(() -> {
            if (!writes(type, bytes, out, walk)) {
                throw ProtobufTexts.noMeaning();
            }
        });
        hadMeaning |= written;
        return written;
    }

    private static boolean isStructure(String name) {
        return switch (name) {
            case "google.protobuf.Any",
                    "google.protobuf.Struct",
                    "google.protobuf.Value",
                    "google.protobuf.ListValue" -> true;
            default -> wraps(name);
        };
    }

    private static boolean wraps(String name) {
        return switch (name) {
            case "google.protobuf.DoubleValue",
                    "google.protobuf.FloatValue",
                    "google.protobuf.Int64Value",
                    "google.protobuf.UInt64Value",
                    "google.protobuf.Int32Value",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.BoolValue",
                    "google.protobuf.StringValue",
                    "google.protobuf.BytesValue" -> true;
            default -> false;
        };
    }

    private boolean writes(Descriptor type, Slice bytes, BoundedJsonWriter out, ProtobufWalk walk) {
        String name = type.getFullName();
        ProtobufFields fields = ProtobufFields.scan(bytes);
        if (wraps(name)) {
            wrapped(type, fields, walk);
            return true;
        }
        return switch (name) {
            case "google.protobuf.Any" -> any(fields, out, walk);
            case "google.protobuf.Struct" -> field(type, 1, fields, out, walk, true);
            case "google.protobuf.ListValue" -> field(type, 1, fields, out, walk, false);
            case "google.protobuf.Value" -> value(type, fields, out, walk);
            default -> text(name, fields, out);
        };
    }

    private static boolean text(String name, ProtobufFields fields, BoundedJsonWriter out) {
        String text = ProtobufTexts.of(name, fields);
        if (text == null) {
            return false;
        }
        if (ProtobufTexts.isNumber(name)) {
            out.literal(text);
        } else {
            out.string(text);
        }
        return true;
    }

    private static void wrapped(Descriptor type, ProtobufFields fields, ProtobufWalk walk) {
        FieldDescriptor value = type.findFieldByNumber(1);
        int at = fields.find(1);
        if (at < 0) {
            walk.missing(value);
        } else {
            walk.single(value, fields.wireType(at), fields.reader(at));
        }
    }

    /** The whole of a Struct is its one map, that of a list its one field. */
    private static boolean field(
            Descriptor type,
            int number,
            ProtobufFields fields,
            BoundedJsonWriter out,
            ProtobufWalk walk,
            boolean object) {
        int at = fields.find(number);
        if (at >= 0) {
            walk.values(type.findFieldByNumber(number), fields);
        } else if (object) {
            out.startObject().endObject();
        } else {
            out.startArray().endArray();
        }
        return true;
    }

    private static boolean value(Descriptor type, ProtobufFields fields, BoundedJsonWriter out, ProtobufWalk walk) {
        if (fields.count() == 0) {
            return false;
        }
        int last = fields.count() - 1;
        FieldDescriptor kind = type.findFieldByNumber(fields.number(last));
        if (kind == null) {
            return false;
        }
        switch (kind.getName()) {
            case "null_value" -> out.nothing();
            case "number_value" -> number(fields.reader(last), fields.wireType(last), out);
            default -> walk.single(kind, fields.wireType(last), fields.reader(last));
        }
        return true;
    }

    /** A whole number is written as one: all numbers of a Struct are fractions to Protobuf. */
    private static void number(ByteReader in, int wireType, BoundedJsonWriter out) {
        if (wireType != ProtobufFields.FIXED64) {
            throw ProtobufTexts.noMeaning();
        }
        double number = Double.longBitsToDouble(in.fixed64());
        boolean whole = number == Math.rint(number)
                && Math.abs(number) < 1L << 53
                && Double.doubleToLongBits(number) != Long.MIN_VALUE;
        if (whole) {
            out.number((long) number);
        } else {
            out.number(number);
        }
    }

    private boolean any(ProtobufFields fields, BoundedJsonWriter out, ProtobufWalk walk) {
        String url = ProtobufTexts.string(fields, 1);
        Descriptor inside = url == null ? null : all.get(url.substring(url.lastIndexOf('/') + 1));
        if (inside == null) {
            return false;
        }
        Slice bytes = ProtobufTexts.bytes(fields, 2);
        out.startObject().name(TYPE).string(url);
        if (isStructure(inside.getFullName()) || ProtobufTexts.knows(inside.getFullName())) {
            out.name("value");
            walk.message(inside, bytes);
        } else {
            walk.fields(inside, bytes);
        }
        out.endObject();
        return true;
    }
}
