package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.words.Counted;

/** What the formats of a fixed number of bytes share. */
public final class FixedWidth {

    private FixedWidth() {}

    /** Which byte comes first. */
    public enum Order {
        /** The highest, as Kafka and networks do. */
        BIG_ENDIAN(""),
        /** The lowest, as most processors do. */
        LITTLE_ENDIAN(" LE");

        private final String suffix;

        Order(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    static Decoded wrong(int width, Slice bytes) {
        return new Decoded.Failed("needs " + Counted.of(width, "byte") + ", has " + bytes.length());
    }

    /** Returns the bytes as one number without a sign; eight bytes at most. */
    static long number(Slice bytes, Order order) {
        long number = 0;
        int length = bytes.length();
        for (int i = 0; i < length; i++) {
            int at = order == Order.BIG_ENDIAN ? i : length - 1 - i;
            number = (number << Byte.SIZE) | (bytes.at(at) & 0xff);
        }
        return number;
    }
}
