package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import java.io.IOException;
import org.xerial.snappy.Snappy;

/** One bare block of snappy. What it claims is compared with what it can hold before anything is made of it. */
public final class SnappyBlock {

    /** No byte of a block stands for more than that many. */
    private static final int MOST_FOR_ONE = 64;

    private SnappyBlock() {}

    /** Returns how many unpacked bytes a block claims; more than it can hold is refused. */
    public static int claimed(Slice packed) throws IOException {
        int claimed = Snappy.uncompressedLength(packed.data(), packed.start(), packed.length());
        if (claimed < 0 || claimed / MOST_FOR_ONE > packed.length()) {
            throw new IOException("it claims " + Integer.toUnsignedString(claimed) + " unpacked bytes in "
                    + packed.length() + ", more than it can hold");
        }
        return claimed;
    }

    /**
     * Unpacks a block.
     *
     * @param claimed how many bytes it claims, so many are made
     */
    public static byte[] unpack(Slice packed, int claimed) throws IOException {
        byte[] content = new byte[claimed];
        try {
            int unused = Snappy.uncompress(packed.data(), packed.start(), packed.length(), content, 0);
            return content;
        } catch (IOException | RuntimeException broken) {
            throw new IOException("a broken snappy block", broken);
        }
    }
}
