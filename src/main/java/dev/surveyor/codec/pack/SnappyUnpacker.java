package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/**
 * Snappy in its three envelopes: the official frames, the blocks of snappy-java (as Kafka has them), and one bare block
 * without any mark. The length that a block claims is compared with the limit before anything is made of it.
 *
 * <p>Source: framing_format.txt of google/snappy; SnappyCodec of xerial/snappy-java.
 */
final class SnappyUnpacker implements Unpacker {

    private static final byte[] FRAMED = {(byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};
    private static final byte[] XERIAL = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};
    private static final int XERIAL_HEADER = 16;
    private static final int LEAST_BARE = 12;
    private static final int STREAM_IDENTIFIER = 0xff;

    @Override
    public String name() {
        return "snappy";
    }

    @Override
    public @Nullable String mark(Slice bytes) {
        if (Magic.begins(bytes, FRAMED)) {
            return "begins with the frame sNaPpY";
        }
        if (Magic.begins(bytes, XERIAL)) {
            return "begins with 82 SNAPPY 00";
        }
        return null;
    }

    /** Returns whether the bytes are one valid block from end to end, which other bytes are only by a rare chance. */
    static boolean bareBlock(Slice bytes) {
        try {
            return bytes.length() >= LEAST_BARE
                    && Snappy.isValidCompressedBuffer(bytes.data(), bytes.start(), bytes.length());
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    @Override
    public Unpacked unpack(Slice bytes, int maxBytes) {
        Snappies out = new Snappies(new UnpackedBytes(maxBytes));
        try {
            if (Magic.begins(bytes, FRAMED)) {
                frames(bytes, out);
            } else if (Magic.begins(bytes, XERIAL)) {
                blocks(bytes, out);
            } else {
                out.block(bytes);
            }
            return out.bytes.whole();
        } catch (IOException broken) {
            return out.bytes.broken(broken.getMessage());
        } catch (RuntimeException broken) {
            return out.bytes.broken("a broken snappy block");
        }
    }

    private static void blocks(Slice bytes, Snappies out) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length());
        passHeader(in);
        while (in.hasRemaining() && !out.bytes.full()) {
            if (Magic.begins(bytes.from(in.position() - bytes.start()), XERIAL)) {
                passHeader(in);
            } else if (in.remaining() < Integer.BYTES) {
                throw new IOException("it ends within the length of a block");
            } else {
                out.block(take(bytes.data(), in, in.getInt()));
            }
        }
    }

    private static void passHeader(ByteBuffer in) throws IOException {
        if (in.remaining() < XERIAL_HEADER) {
            throw new IOException("it breaks off within its header");
        }
        in.position(in.position() + XERIAL_HEADER);
    }

    private static void frames(Slice bytes, Snappies out) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length());
        in.order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining() && !out.bytes.full()) {
            if (in.remaining() < Integer.BYTES) {
                throw new IOException("it ends within the header of a frame");
            }
            int header = in.getInt();
            int type = header & 0xff;
            Slice frame = take(bytes.data(), in, header >>> 8);
            if (type <= 1) {
                if (frame.length() < Integer.BYTES) {
                    throw new IOException("a frame without its checksum");
                }
                out.checked(frame, type == 0);
            } else if (type < 0x80) {
                throw new IOException("a frame of the unknown type " + type);
            } else if (type != STREAM_IDENTIFIER) {
                out.bytes.note("a skippable frame of " + frame.length() + " bytes passed over");
            }
        }
    }

    private static Slice take(byte[] data, ByteBuffer in, int length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw new IOException("it claims a block of " + Integer.toUnsignedString(length) + " bytes where "
                    + in.remaining() + " are left");
        }
        Slice taken = Slice.of(data, in.position(), length);
        in.position(in.position() + length);
        return taken;
    }

    /** Unpacks block by block. */
    private record Snappies(UnpackedBytes bytes) {

        void block(Slice packed) throws IOException {
            if (!packed.isEmpty()) {
                byte[] content = unpacked(packed);
                bytes.add(content, content.length);
            }
        }

        void checked(Slice frame, boolean packed) throws IOException {
            int wanted = ByteBuffer.wrap(frame.data(), frame.start(), Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            Slice body = frame.from(Integer.BYTES);
            byte[] content = packed ? unpacked(body) : body.bytes();
            CRC32C sum = new CRC32C();
            sum.update(content);
            int crc = (int) sum.getValue();
            if (((crc >>> 15) | (crc << 17)) + 0xa282ead8 != wanted) {
                throw new IOException("a frame whose checksum is wrong");
            }
            bytes.add(content, content.length);
        }

        private static byte[] unpacked(Slice packed) throws IOException {
            int claimed = Snappy.uncompressedLength(packed.data(), packed.start(), packed.length());
            if (claimed < 0 || claimed > Compressed.MOST_BYTES || claimed / 64 > packed.length()) {
                throw new IOException("it claims " + Integer.toUnsignedString(claimed) + " unpacked bytes in "
                        + packed.length() + ", more than it can hold or than is unpacked here");
            }
            byte[] content = new byte[claimed];
            try {
                Snappy.uncompress(packed.data(), packed.start(), packed.length(), content, 0);
            } catch (IOException | RuntimeException broken) {
                throw new IOException("a broken snappy block", broken);
            }
            return content;
        }
    }
}
