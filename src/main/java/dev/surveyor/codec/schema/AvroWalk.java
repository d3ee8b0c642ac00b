package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.JsonBytes;
import dev.surveyor.codec.format.UndecodableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Reads one value in Avro's binary encoding and writes it as JSON: a union as its branch, bytes as Base64, a decimal as
 * a number, other logical types as the number that they are.
 *
 * <p>Source: the Avro 1.12 specification, "Binary Encoding".
 */
final class AvroWalk {

    private static final int LARGEST_SCALE = 1000;
    private static final int LONGEST_DECIMAL = 4096;

    private final ByteReader in;
    private final JsonBytes out;

    AvroWalk(ByteReader in, JsonBytes out) {
        this.in = in;
        this.out = out;
    }

    void value(Schema schema) {
        switch (schema.getType()) {
            case NULL -> out.nothing();
            case BOOLEAN -> bool();
            case INT, LONG -> out.number(in.zigzag());
            case FLOAT -> out.number(Float.intBitsToFloat(in.fixed32()));
            case DOUBLE -> out.number(Double.longBitsToDouble(in.fixed64()));
            case STRING -> out.string(in.text(in.zigzag()));
            case BYTES -> bytes(schema, in.take(in.zigzag()));
            case FIXED -> bytes(schema, in.take(schema.getFixedSize()));
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

    private void bytes(Schema schema, Slice bytes) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Decimal decimal
                && bytes.length() > 0
                && bytes.length() <= LONGEST_DECIMAL
                && decimal.getScale() <= LARGEST_SCALE) {
            out.literal(new BigDecimal(new BigInteger(bytes.bytes()), decimal.getScale()).toPlainString());
        } else {
            out.binary(bytes);
        }
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
