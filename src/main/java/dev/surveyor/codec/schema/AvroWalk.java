package dev.surveyor.codec.schema;

import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Reads one value in Avro's binary encoding and writes it as JSON: a union as its branch, bytes as Base64, and what has a
 * logical type as what that means.
 *
 * <p>Source: the Avro 1.12 specification, "Binary Encoding".
 */
final class AvroWalk {

    private final ByteReader in;
    private final BoundedJsonWriter out;
    private final AvroValues values;

    /** @param values writes what may have a meaning */
    AvroWalk(ByteReader in, BoundedJsonWriter out, AvroValues values) {
        this.in = in;
        this.out = out;
        this.values = values;
    }

    void value(Schema schema) {
        switch (schema.getType()) {
            case NULL -> out.nothing();
            case BOOLEAN -> bool();
            case INT, LONG -> values.whole(schema, in.zigzag(), out);
            case FLOAT -> out.number(Float.intBitsToFloat(in.fixed32()));
            case DOUBLE -> out.number(Double.longBitsToDouble(in.fixed64()));
            case STRING -> out.string(in.text(in.zigzag()));
            case BYTES -> values.bytes(schema, in.take(in.zigzag()), out);
            case FIXED -> values.bytes(schema, in.take(schema.getFixedSize()), out);
            case ENUM -> symbol(schema);
            case UNION -> union(schema);
            case ARRAY -> list(schema.getElementType());
            case MAP -> map(schema.getValueType());
            case RECORD -> record(schema);
        }
    }

    private void bool() {
        int octet = in.octet();
        if (octet > 1) {
            throw new UndecodableException("a boolean of " + octet + " @" + (in.position() - 1));
        }
        out.bool(octet == 1);
    }

    private void symbol(Schema schema) {
        List<String> symbols = schema.getEnumSymbols();
        out.string(symbols.get(index(symbols.size(), "symbol of " + schema.getName())));
    }

    private void union(Schema schema) {
        List<Schema> branches = schema.getTypes();
        value(branches.get(index(branches.size(), "branch of a union")));
    }

    private int index(int size, String what) {
        int where = in.position();
        long index = in.zigzag();
        if (index < 0 || index >= size) {
            throw new UndecodableException("no " + what + " has the number " + index + " @" + where);
        }
        return (int) index;
    }

    private void list(Schema element) {
        out.startArray();
        for (long count = block(); count != 0; count = block()) {
            for (long i = 0; i < count; i++) {
                value(element);
            }
        }
        out.endArray();
    }

    private void map(Schema element) {
        out.startObject();
        for (long count = block(); count != 0; count = block()) {
            for (long i = 0; i < count; i++) {
                out.name(in.text(in.zigzag()));
                value(element);
            }
        }
        out.endObject();
    }

    /** Returns how many elements follow; a negative count is followed by the block's length in bytes. */
    private long block() {
        long count = in.zigzag();
        if (count < 0) {
            in.zigzag();
            count = -count;
        }
        if (count < 0) {
            throw new UndecodableException("a block of " + count + " elements");
        }
        return count;
    }

    private void record(Schema schema) {
        out.startObject();
        for (Schema.Field field : schema.getFields()) {
            out.name(field.name());
            value(field.schema());
        }
        out.endObject();
    }
}
