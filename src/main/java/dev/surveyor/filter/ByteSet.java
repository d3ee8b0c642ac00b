package dev.surveyor.filter;

import java.util.BitSet;

/**
 * The bytes that a character of a class can begin with; one beyond ASCII stands for all of those.
 *
 * @param bytes the bytes, 0 to 255; never changed
 * @param sourceEnd where the class ends in its source, 0 where it has none
 */
record ByteSet(BitSet bytes, int sourceEnd) {

    static ByteSet of(int... octets) {
        BitSet bytes = new BitSet(256);
        for (int octet : octets) {
            bytes.set(octet);
        }
        return new ByteSet(bytes, 0);
    }

    static ByteSet anything() {
        BitSet bytes = new BitSet(256);
        bytes.set(0, 256);
        return new ByteSet(bytes, 0);
    }

    static ByteSet beyondAscii() {
        BitSet bytes = new BitSet(256);
        bytes.set(0x80, 256);
        return new ByteSet(bytes, 0);
    }

    ByteSet without(int... octets) {
        BitSet fewer = (BitSet) bytes.clone();
        for (int octet : octets) {
            fewer.clear(octet);
        }
        return new ByteSet(fewer, sourceEnd);
    }

    /** Returns all other characters; those beyond ASCII are always among them. */
    ByteSet others() {
        BitSet others = (BitSet) bytes.clone();
        others.flip(0, 0x80);
        others.set(0x80, 256);
        return new ByteSet(others, sourceEnd);
    }

    boolean goesBeyondAscii() {
        return bytes.get(0x80) && bytes.get(0xff);
    }
}
