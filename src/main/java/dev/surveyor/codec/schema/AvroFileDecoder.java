package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.words.Counted;
import java.util.Arrays;
import org.apache.avro.Schema;

/**
 * Container files of Avro, which bring their schema: all values of all blocks as one list.
 *
 * <p>Source: the Avro 1.12 specification, "Object Container Files".
 */
public final class AvroFileDecoder implements Decoder {

    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC_LENGTH = 16;

    /** What is unpacked of one block at most, and for a line in a table. */
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;

    private static final int MOST_PREVIEWED = 1024 * 1024;

    private final AvroFileSchemas schemas = new AvroFileSchemas();

    @Override
    public String name() {
        return "Avro file";
    }

    /** Returns whether bytes begin as such a file does. */
    public static boolean begins(byte[] data, int start, int length) {
        return length >= MAGIC.length && Arrays.equals(data, start, start + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        if (!begins(bytes.data(), bytes.start(), bytes.length())) {
            return new Decoded.Failed("does not begin with Obj and 01");
        }
        try {
            return read(input, new ByteReader(bytes.from(MAGIC.length)));
        } catch (UndecodableException broken) {
            return new Decoded.Failed("a container file of Avro, but " + broken.reason(), true);
        }
    }

    private Decoded read(Input input, ByteReader in) {
        AvroFileHeader header = AvroFileHeader.read(in);
        Slice sync = in.take(SYNC_LENGTH);
        Schema schema = schemas.of(header.schema());
        AvroBlocks codec = AvroBlocks.of(header.codec());
        int most = input.effort() == Input.Effort.PREVIEW ? MOST_PREVIEWED : MOST_UNPACKED;
        AvroValues values = new AvroValues(input.meant());
        long[] count = new long[1];
        Decoded.Read read = BoundedJsonWriter.document(input.maxBytes(), out -> {
            out.startArray();
            while (in.left() > 0) {
                long inBlock = in.zigzag();
                AvroBlocks.Unpacked block = codec.read(in.take(in.zigzag()), most);
                values(block, inBlock, schema, values, out);
                count[0] += inBlock;
                expect(in.take(SYNC_LENGTH), sync, in.position());
            }
            out.endArray();
        });
        String records = (read.complete() ? "" : "more than ") + Counted.of(count[0], "value");
        return AvroSchema.offering(values, read)
                .because("begins with Obj 01 · codec " + header.codec() + " · " + schema.getFullName() + " · "
                        + records);
    }

    private static void values(
            AvroBlocks.Unpacked unpacked, long count, Schema schema, AvroValues values, BoundedJsonWriter out) {
        if (count < 0) {
            throw new UndecodableException("a block of " + count + " values");
        }
        ByteReader block = new ByteReader(unpacked.content());
        AvroWalk walk = new AvroWalk(block, out, values);
        for (long i = 0; i < count; i++) {
            if (unpacked.complete()) {
                walk.value(schema);
            } else if (!out.attempt(() -> walk.value(schema))) {
                throw out.cut();
            }
        }
        if (block.left() > 0) {
            throw new UndecodableException(block.left() + " bytes are left over after the values of a block");
        }
    }

    private static void expect(Slice found, Slice sync, int position) {
        if (!Arrays.equals(found.bytes(), sync.bytes())) {
            throw new UndecodableException("a block does not end with the marker of the file @" + position);
        }
    }
}
