package dev.surveyor.codec.schema;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.UndecodableException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.xerial.snappy.Snappy;

/** How the blocks of a container file of Avro are compressed. */
enum AvroBlocks {
    NULL {
        @Override
        Unpacked unpack(Slice packed, int most) {
            return new Unpacked(packed, true);
        }
    },
    DEFLATE {
        @Override
        Unpacked unpack(Slice packed, int most) throws IOException {
            Inflater inflater = new Inflater(true);
            try (InputStream in = new InflaterInputStream(stream(packed), inflater)) {
                return drained(in, most);
            } finally {
                inflater.end();
            }
        }
    },
    ZSTANDARD {
        @Override
        Unpacked unpack(Slice packed, int most) throws IOException {
            try (InputStream in = new ZstdInputStreamNoFinalizer(stream(packed))) {
                return drained(in, most);
            }
        }
    },
    SNAPPY {
        @Override
        Unpacked unpack(Slice packed, int most) throws IOException {
            int length = packed.length() - Integer.BYTES;
            if (length < 0) {
                throw new IOException("it lacks its checksum");
            }
            int claimed = Snappy.uncompressedLength(packed.data(), packed.start(), length);
            if (claimed < 0 || claimed / MOST_FOR_ONE > length) {
                throw new IOException("it claims more unpacked bytes than it can hold");
            }
            if (claimed > most) {
                return new Unpacked(Slice.of(new byte[0]), false);
            }
            byte[] content = new byte[claimed];
            int unused = Snappy.uncompress(packed.data(), packed.start(), length, content, 0);
            CRC32 sum = new CRC32();
            sum.update(content);
            ByteBuffer wanted = ByteBuffer.wrap(packed.data(), packed.start() + length, Integer.BYTES);
            if ((int) sum.getValue() != wanted.getInt()) {
                throw new IOException("its checksum is wrong");
            }
            return new Unpacked(Slice.of(content), true);
        }
    };

    /** No byte of Snappy stands for more than that many. */
    private static final int MOST_FOR_ONE = 64;

    /**
     * What is in a block.
     *
     * @param complete whether that is all
     */
    record Unpacked(Slice content, boolean complete) {}

    /** Returns the codec of that name; one that cannot be read here is refused. */
    static AvroBlocks of(String codec) {
        return switch (codec) {
            case "null" -> NULL;
            case "deflate" -> DEFLATE;
            case "zstandard" -> ZSTANDARD;
            case "snappy" -> SNAPPY;
            default ->
                throw new UndecodableException("its blocks are compressed with " + codec + ", which is not read here");
        };
    }

    /** Returns what is in a block, or so many bytes of it; what is broken is refused. */
    final Unpacked read(Slice packed, int most) {
        try {
            return unpack(packed, most);
        } catch (EOFException breaksOff) {
            throw new UndecodableException("a block breaks off");
        } catch (IOException broken) {
            throw new UndecodableException("a block is broken: " + broken.getMessage());
        }
    }

    abstract Unpacked unpack(Slice packed, int most) throws IOException;

    private static InputStream stream(Slice packed) {
        return new ByteArrayInputStream(packed.data(), packed.start(), packed.length());
    }

    private static Unpacked drained(InputStream in, int most) throws IOException {
        byte[] content = in.readNBytes(most);
        return new Unpacked(Slice.of(content), content.length < most || in.read() < 0);
    }
}
