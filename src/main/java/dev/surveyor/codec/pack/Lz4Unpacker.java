package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import java.io.IOException;
import java.util.Arrays;
import net.jpountz.xxhash.StreamingXXHash32;
import net.jpountz.xxhash.XXHashFactory;
import org.jspecify.annotations.Nullable;

/**
 * LZ4 frames, one or several. Blocks may refer to those before them, as those of Python do, and checksums are compared;
 * the library's own reader of frames takes neither such blocks nor the part of one that breaks off.
 *
 * <p>Source: lz4_Frame_format.md of lz4/lz4.
 */
final class Lz4Unpacker extends FramedUnpacker {

    private static final byte[] MAGIC = {0x04, 0x22, 0x4d, 0x18};
    private static final int NOT_PACKED = 0x8000_0000;
    private static final XXHashFactory HASHES = XXHashFactory.safeInstance();

    @Override
    public String name() {
        return "lz4";
    }

    @Override
    public @Nullable String mark(Slice bytes) {
        return Magic.begins(bytes, MAGIC) ? "begins with 04 22 4D 18" : null;
    }

    @Override
    boolean begins(Slice bytes) {
        return Magic.begins(bytes, MAGIC) || SkippableFrame.begins(bytes);
    }

    /** What the head of a frame says. */
    private record Head(boolean linked, boolean sumOfBlocks, boolean sum, int longestBlock) {

        static Head read(ByteReader in) throws IOException {
            in.take(MAGIC.length);
            int flags = in.octet();
            int longest = in.octet() >>> 4 & 7;
            if (flags >>> 6 != 1 || longest < 4) {
                throw new IOException("it is of a version that is not known");
            }
            boolean size = (flags & 0x08) != 0;
            if ((flags & 0x01) != 0) {
                in.take(size ? Long.BYTES : 0);
                throw new IOException("it needs the dictionary " + Integer.toUnsignedString(in.fixed32()));
            }
            in.take(1 + (size ? Long.BYTES : 0));
            return new Head((flags & 0x20) == 0, (flags & 0x10) != 0, (flags & 0x04) != 0, 1 << (8 + 2 * longest));
        }
    }

    @Override
    int piece(Slice bytes, UnpackedBytes out) throws IOException {
        if (SkippableFrame.begins(bytes)) {
            return SkippableFrame.pass(bytes, out);
        }
        ByteReader in = new ByteReader(bytes);
        Head head = Head.read(in);
        Lz4Block block = new Lz4Block(head.longestBlock());
        try (StreamingXXHash32 sum = HASHES.newStreamingHash32(0)) {
            for (int size = in.fixed32(); size != 0; size = in.fixed32()) {
                int length = size & ~NOT_PACKED;
                Slice packed = in.take(Math.min(length, in.left()));
                try {
                    unpack(block, packed, size < 0);
                } finally {
                    sum.update(block.bytes(), block.start(), block.length());
                    out.add(Arrays.copyOfRange(block.bytes(), block.start(), block.end()), block.length());
                }
                if (out.full()) {
                    return bytes.length();
                }
                if (packed.length() < length) {
                    throw new IOException("it breaks off");
                }
                if (head.sumOfBlocks() && in.fixed32() != sum(packed)) {
                    throw new IOException("the checksum of a block is wrong");
                }
                block.next(head.linked());
            }
            if (head.sum() && in.fixed32() != sum.getValue()) {
                throw new IOException("its checksum is wrong");
            }
        }
        return in.position();
    }

    private static int sum(Slice bytes) {
        return HASHES.hash32().hash(bytes.data(), bytes.start(), bytes.length(), 0);
    }

    private static void unpack(Lz4Block block, Slice packed, boolean asItIs) throws IOException {
        if (asItIs) {
            block.copy(packed);
        } else {
            block.unpack(packed);
        }
    }

    /** One block and the 64 KiB before it, to which it may refer. Source: lz4_Block_format.md of lz4/lz4. */
    private static final class Lz4Block {
        private static final int HISTORY = 64 * 1024;
        private static final int LEAST_MATCH = 4;

        private final int longest;
        private byte[] bytes = new byte[HISTORY];
        private int first;
        private int start;
        private int end;

        Lz4Block(int longest) {
            this.longest = longest;
        }

        byte[] bytes() {
            return bytes;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        int length() {
            return end - start;
        }

        /** Begins the next block: behind the last bytes of this one, or with nothing before it. */
        void next(boolean linked) {
            int kept = linked ? Math.min(HISTORY, end - first) : 0;
            System.arraycopy(bytes, end - kept, bytes, 0, kept);
            first = 0;
            start = kept;
            end = kept;
        }

        void copy(Slice content) throws IOException {
            room(content.length());
            System.arraycopy(content.data(), content.start(), bytes, end, content.length());
            end += content.length();
        }

        void unpack(Slice packed) throws IOException {
            ByteReader in = new ByteReader(packed);
            while (in.left() > 0) {
                int token = in.octet();
                long literals = length(token >>> 4, in);
                boolean all = literals <= in.left();
                copy(in.take(Math.min(literals, in.left())));
                if (!all) {
                    throw new IOException("it breaks off");
                }
                if (in.left() > 0) {
                    int back = in.octet() | in.octet() << 8;
                    repeat(back, length(token & 15, in) + LEAST_MATCH);
                }
            }
        }

        private static long length(int nibble, ByteReader in) {
            long length = nibble;
            for (int more = nibble == 15 ? 255 : 0; more == 255; length += more) {
                more = in.octet();
            }
            return length;
        }

        private void repeat(int back, long count) throws IOException {
            if (back == 0 || back > end - first) {
                throw new IOException("a broken lz4 block");
            }
            room(count);
            for (long i = 0; i < count; i++) {
                bytes[end] = bytes[end - back];
                end++;
            }
        }

        private void room(long count) throws IOException {
            if (count > longest - (end - start)) {
                throw new IOException("a block that is larger than its frame allows");
            }
            int wanted = end + (int) count;
            if (wanted > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(HISTORY + longest, Math.max(wanted, bytes.length * 2)));
            }
        }
    }
}
