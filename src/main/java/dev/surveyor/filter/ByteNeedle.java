package dev.surveyor.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for bytes where they lie, eight places at a time: one word is compared with the first byte of the text, another
 * with its last, and only where both agree is the whole compared. Folding the case of ASCII letters costs one more
 * instruction, so that a search without regard to case is as fast as an exact one.
 */
final class ByteNeedle implements Needle {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final int CASE_BIT = 0x20;

    private final byte[] needle;
    private final boolean anyCase;
    private final long first;
    private final long firstFold;
    private final long last;
    private final long lastFold;

    ByteNeedle(byte[] text, boolean anyCase) {
        this.anyCase = anyCase;
        this.needle = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            needle[i] = anyCase ? fold(text[i]) : text[i];
        }
        byte firstByte = text.length == 0 ? 0 : needle[0];
        byte lastByte = text.length == 0 ? 0 : needle[text.length - 1];
        this.first = (firstByte & 0xff) * ONES;
        this.last = (lastByte & 0xff) * ONES;
        this.firstFold = anyCase && isSmallLetter(firstByte) ? CASE_BIT * ONES : 0;
        this.lastFold = anyCase && isSmallLetter(lastByte) ? CASE_BIT * ONES : 0;
    }

    int length() {
        return needle.length;
    }

    @Override
    public boolean occursIn(byte[] data, int from, int to) {
        return find(data, from, to) >= 0;
    }

    @Override
    public boolean equalTo(byte[] data, int from, int to) {
        return to - from == needle.length && isAt(data, from);
    }

    /** Returns the index of the first occurrence that lies whole between {@code from} and {@code to}, or -1. */
    int find(byte[] data, int from, int to) {
        int length = needle.length;
        if (length == 0) {
            return from <= to ? from : -1;
        }
        int lastStart = to - length;
        int at = from;
        for (int wordEnd = lastStart - 7; at <= wordEnd; at += 8) {
            long starts = ((long) WORDS.get(data, at) | firstFold) ^ first;
            long ends = ((long) WORDS.get(data, at + length - 1) | lastFold) ^ last;
            long differing = starts | ends;
            long hits = (differing - ONES) & ~differing & TOPS;
            while (hits != 0) {
                int candidate = at + (Long.numberOfTrailingZeros(hits) >> 3);
                if (isAt(data, candidate)) {
                    return candidate;
                }
                hits &= hits - 1;
            }
        }
        for (; at <= lastStart; at++) {
            if (isAt(data, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] data, int at) {
        for (int i = 0; i < needle.length; i++) {
            byte octet = data[at + i];
            if (needle[i] != (anyCase ? fold(octet) : octet)) {
                return false;
            }
        }
        return true;
    }

    private static byte fold(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet | CASE_BIT) : octet;
    }

    private static boolean isSmallLetter(byte octet) {
        return octet >= 'a' && octet <= 'z';
    }
}
