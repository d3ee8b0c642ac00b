package dev.surveyor.codec;

/**
 * Reads UTF-8 one code point at a time and says which bytes are not UTF-8. Overlong forms, surrogates and numbers above
 * U+10FFFF are errors, as the standard has it.
 */
final class Utf8Reader {

    /** What {@link #next()} returns for a byte that is not UTF-8; the byte is {@link #badByte()}. */
    static final int BAD = -1;

    private final byte[] data;
    private final int end;
    private int at;
    private int badByte;

    Utf8Reader(byte[] data, int start, int end) {
        this.data = data;
        this.at = start;
        this.end = end;
    }

    boolean hasNext() {
        return at < end;
    }

    /** Returns the index in the array of the next byte to read. */
    int position() {
        return at;
    }

    /** Returns the byte, 0 to 255, at which the last call of {@link #next()} failed. */
    int badByte() {
        return badByte;
    }

    /** Returns the next code point, or {@link #BAD} and moves on by one byte. */
    int next() {
        int first = data[at] & 0xff;
        if (first < 0x80) {
            at++;
            return first;
        }
        int length = lengthOf(first);
        int point = length == 0 ? BAD : sequence(first, length);
        if (point == BAD) {
            badByte = first;
            at++;
        } else {
            at += length;
        }
        return point;
    }

    /** Returns whether the bytes from here to the end may be the start of a code point that goes on after the end. */
    boolean cutAtEnd() {
        int left = end - at;
        int length = left == 0 ? 0 : lengthOf(data[at] & 0xff);
        if (length <= left) {
            return false;
        }
        for (int i = 1; i < left; i++) {
            if ((data[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private int sequence(int first, int length) {
        if (at + length > end) {
            return BAD;
        }
        int point = first & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            int follower = data[at + i] & 0xff;
            if ((follower & 0xc0) != 0x80) {
                return BAD;
            }
            point = (point << 6) | (follower & 0x3f);
        }
        boolean overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        boolean surrogate = point >= 0xd800 && point <= 0xdfff;
        return overlong || surrogate || point > 0x10ffff ? BAD : point;
    }

    private static int lengthOf(int first) {
        if (first >= 0xc2 && first <= 0xdf) {
            return 2;
        }
        if (first >= 0xe0 && first <= 0xef) {
            return 3;
        }
        return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
    }
}
