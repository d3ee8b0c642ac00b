package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import java.io.ByteArrayOutputStream;
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
    public Unpacked unpack(Slice bytes, int maxBytes) throws IOException {
        Output out = new Output(maxBytes);
        try {
            if (Magic.begins(bytes, FRAMED)) {
                frames(bytes, out);
            } else if (Magic.begins(bytes, XERIAL)) {
                blocks(bytes, out);
            } else {
                out.block(bytes);
            }
        } catch (RuntimeException broken) {
            throw new IOException("a broken snappy block", broken);
        }
        return new Unpacked(Slice.of(out.bytes.toByteArray()), !out.full);
    }

    private static void blocks(Slice bytes, Output out) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length());
        in.position(bytes.start() + Math.min(XERIAL_HEADER, bytes.length()));
        while (in.hasRemaining() && !out.full) {
            if (in.remaining() < Integer.BYTES) {
                throw new IOException("ends within the length of a block");
            }
            out.block(take(bytes.data(), in, in.getInt()));
        }
    }

    private static void frames(Slice bytes, Output out) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length());
        in.order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining() && !out.full) {
            if (in.remaining() < Integer.BYTES) {
                throw new IOException("ends within the header of a frame");
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
            }
        }
    }

    private static Slice take(byte[] data, ByteBuffer in, int length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw new IOException("claims a block of " + Integer.toUnsignedString(length) + " bytes where "
                    + in.remaining() + " are left");
        }
        Slice taken = Slice.of(data, in.position(), length);
        in.position(in.position() + length);
        return taken;
    }

    /** Collects what is unpacked, up to the limit. */
    private static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int maxBytes;
        private boolean full;

        Output(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        void block(Slice packed) throws IOException {
            if (packed.isEmpty()) {
                return;
            }
            add(unpacked(packed));
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
            add(content);
        }

        private byte[] unpacked(Slice packed) throws IOException {
            int claimed = Snappy.uncompressedLength(packed.data(), packed.start(), packed.length());
            if (claimed < 0 || claimed > Compressed.MOST_BYTES || claimed / 64 > packed.length()) {
                throw new IOException("claims " + Integer.toUnsignedString(claimed) + " unpacked bytes in "
                        + packed.length() + ", more than it can hold or than is unpacked here");
            }
            byte[] content = new byte[claimed];
            Snappy.uncompress(packed.data(), packed.start(), packed.length(), content, 0);
            return content;
        }

        private void add(byte[] content) {
            int room = maxBytes - bytes.size();
            full = content.length > room;
            bytes.write(content, 0, Math.min(room, content.length));
        }
    }
}
