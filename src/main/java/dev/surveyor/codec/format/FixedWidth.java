package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;

/** What the formats of a fixed number of bytes share. */
final class FixedWidth {

    private FixedWidth() {}

    static Decoded wrong(int width, Slice bytes) {
        return new Decoded.Failed("needs " + width + (width == 1 ? " byte" : " bytes") + ", has " + bytes.length());
    }

    static Decoded plain(String text) {
        return new Decoded.Read(text, Decoded.Syntax.PLAIN, true);
    }

    /** Returns the bytes as one number without a sign, highest first; eight bytes at most. */
    static long number(Slice bytes) {
        long number = 0;
        for (int i = 0; i < bytes.length(); i++) {
            number = (number << Byte.SIZE) | (bytes.at(i) & 0xff);
        }
        return number;
    }
}
