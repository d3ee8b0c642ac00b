package dev.surveyor.domain.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over the headers of a record where they lie, without copies. Start with {@link #next()}; not for two threads.
 */
public final class HeaderCursor {

    private final byte[] data;
    private final boolean shortLengths;
    private int left;
    private int next;
    private int keyStart;
    private int keyLength;
    private int valueStart;
    private int valueLength;

    public HeaderCursor(RawRecord record) {
        data = record.data();
        shortLengths = record.shortLengths();
        left = record.headerCount();
        next = record.headersStart();
    }

    /** Moves to the next header; returns false after the last. */
    public boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        keyLength = length(next);
        keyStart = next;
        valueLength = length(keyStart + keyLength);
        valueStart = next;
        next = valueStart + Math.max(valueLength, 0);
        return true;
    }

    /** Returns the index in the record's data of the key's first byte. */
    public int keyStart() {
        return keyStart;
    }

    public int keyLength() {
        return keyLength;
    }

    /** Returns the index in the record's data of the value's first byte. */
    public int valueStart() {
        return valueStart;
    }

    /** Returns the value's length in bytes, -1 where it is null. */
    public int valueLength() {
        return valueLength;
    }

    /** Returns whether this header has that key, given in UTF-8. */
    public boolean hasKey(byte[] key) {
        if (key.length != keyLength) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (data[keyStart + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the key as text; bytes of it that are not UTF-8 are replaced. */
    public String key() {
        return new String(data, keyStart, keyLength, StandardCharsets.UTF_8);
    }

    /** Returns a copy of the header. */
    public RecordHeader copy() {
        return RecordHeader.of(
                Arrays.copyOfRange(data, keyStart, keyStart + keyLength),
                valueLength < 0 ? null : Arrays.copyOfRange(data, valueStart, valueStart + valueLength));
    }

    /** Returns the length that is written there, and moves to the byte after it. */
    private int length(int index) {
        return shortLengths ? varint(index) : fourBytes(index);
    }

    private int fourBytes(int index) {
        next = index + 4;
        return (data[index] & 0xff) << 24
                | (data[index + 1] & 0xff) << 16
                | (data[index + 2] & 0xff) << 8
                | (data[index + 3] & 0xff);
    }

    private int varint(int index) {
        int at = index;
        int shift = 0;
        int zigZag = 0;
        byte octet;
        do {
            octet = data[at++];
            zigZag |= (octet & 0x7f) << shift;
            shift += 7;
        } while (octet < 0 && shift < 35);
        next = at;
        return (zigZag >>> 1) ^ -(zigZag & 1);
    }
}
