package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.nio.charset.StandardCharsets;

/**
 * What stands at the head of a container file of Avro.
 *
 * @param schema the text of the schema, in UTF-8
 * @param codec how the blocks are compressed: {@code null} for not at all
 */
record AvroFileHeader(Slice schema, String codec) {

    /** Reads it; what else a writer put there is passed over. */
    static AvroFileHeader read(ByteReader in) {
        Slice schema = null;
        String codec = "null";
        for (long count = entries(in); count != 0; count = entries(in)) {
            for (long i = 0; i < count; i++) {
                String name = in.text(in.zigzag());
                Slice value = in.take(in.zigzag());
                if (name.equals("avro.schema")) {
                    schema = value;
                } else if (name.equals("avro.codec")) {
                    codec = new String(value.bytes(), StandardCharsets.UTF_8);
                }
            }
        }
        if (schema == null) {
            throw new UndecodableException("it brings no schema");
        }
        return new AvroFileHeader(schema, codec);
    }

    /** Returns how many entries follow; a negative count is followed by the length of them in bytes. */
    private static long entries(ByteReader in) {
        long count = in.zigzag();
        if (count >= 0) {
            return count;
        }
        long unused = in.zigzag();
        if (count == Long.MIN_VALUE) {
            throw new UndecodableException("a head of too many entries");
        }
        return -count;
    }
}
