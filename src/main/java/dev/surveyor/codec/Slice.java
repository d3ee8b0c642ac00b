package dev.surveyor.codec;

import dev.surveyor.domain.record.RawRecord;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A view of a run of bytes inside a larger array, or null: nothing is copied. The bytes are never to be changed. */
public final class Slice {

    private static final byte[] NO_BYTES = {};
    private static final Slice NULL = new Slice(NO_BYTES, 0, -1);

    private final byte[] data;
    private final int start;
    private final int length;

    private Slice(byte[] data, int start, int length) {
        this.data = data;
        this.start = start;
        this.length = length;
    }

    /** Returns the view of a whole array, the null slice for null. */
    public static Slice of(byte @Nullable [] bytes) {
        return bytes == null ? NULL : new Slice(bytes, 0, bytes.length);
    }

    /**
     * Returns the view of a part of an array.
     *
     * @param length in bytes, -1 for the null slice
     */
    public static Slice of(byte[] data, int start, int length) {
        if (length < 0) {
            return NULL;
        }
        Objects.checkFromIndexSize(start, length, data.length);
        return new Slice(data, start, length);
    }

    /** Returns the view of a record's key or value. */
    public static Slice of(RawRecord record, RecordPart part) {
        return part == RecordPart.KEY
                ? of(record.data(), record.keyStart(), record.keyLength())
                : of(record.data(), record.valueStart(), record.valueLength());
    }

    public boolean isNull() {
        return length < 0;
    }

    /** Returns whether there are bytes, none of them: not null. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** Returns the number of bytes, 0 for null. */
    public int length() {
        return Math.max(length, 0);
    }

    /** Returns the array that is looked into. Not a copy. */
    @SuppressWarnings("ArrayReturn")
    public byte[] data() {
        return data;
    }

    /** Returns the index in {@link #data()} of the first byte. */
    public int start() {
        return start;
    }

    /** Returns the index in {@link #data()} after the last byte. */
    public int end() {
        return start + length();
    }

    /** Returns a byte by its index in this slice. */
    public byte at(int index) {
        return data[start + Objects.checkIndex(index, length())];
    }

    /** Returns the first bytes, all of them where there are fewer; null stays null. */
    public Slice first(int count) {
        return length <= count ? this : new Slice(data, start, count);
    }

    /** Returns the bytes from an index in this slice on. */
    public Slice from(int index) {
        Objects.checkIndex(index, length() + 1);
        return new Slice(data, start + index, length() - index);
    }

    /** Returns a copy of the bytes, or null. */
    public byte @Nullable [] copy() {
        return isNull() ? null : Arrays.copyOfRange(data, start, end());
    }

    /** Returns a copy of the bytes, none for null. */
    public byte[] bytes() {
        return Arrays.copyOfRange(data, start, end());
    }

    @Override
    public String toString() {
        return isNull() ? "null" : length + " bytes";
    }
}
