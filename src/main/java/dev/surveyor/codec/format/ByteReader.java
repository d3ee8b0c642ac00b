package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers and runs of bytes one after the other; what is not there is refused with an {@link UndecodableException}
 * before anything is made of it. Not for two threads.
 */
public final class ByteReader {

    private final byte[] data;
    private final int start;
    private final int end;
    private int at;

    public ByteReader(Slice bytes) {
        this.data = bytes.data();
        this.start = bytes.start();
        this.at = bytes.start();
        this.end = bytes.end();
    }

    /** Returns how many bytes are left. */
    public int left() {
        return end - at;
    }

    /** Returns how many bytes were passed. */
    public int position() {
        return at - start;
    }

    /** Returns the next byte without its sign. */
    public int octet() {
        if (at == end) {
            throw endsEarly();
        }
        return data[at++] & 0xff;
    }

    /** Returns a number of up to ten bytes, seven bits each, lowest first. */
    public long varint() {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int octet = octet();
            number |= (long) (octet & 0x7f) << Math.min(shift, 63);
            if (octet < 0x80) {
                return number;
            }
        }
        throw new UndecodableException("a number of more than 10 bytes @" + position());
    }

    /** Returns such a number in which the sign is the lowest bit. */
    public long zigzag() {
        long raw = varint();
        return (raw >>> 1) ^ -(raw & 1);
    }

    /** Returns four bytes as a number, lowest byte first. */
    public int fixed32() {
        return (int) littleEndian(4);
    }

    /** Returns eight bytes as a number, lowest byte first. */
    public long fixed64() {
        return littleEndian(8);
    }

    private long littleEndian(int width) {
        if (left() < width) {
            throw endsEarly();
        }
        long number = 0;
        for (int i = width - 1; i >= 0; i--) {
            number = (number << 8) | (data[at + i] & 0xff);
        }
        at += width;
        return number;
    }

    /** Returns so many bytes as a number, highest byte first; eight at most, without a sign where there are fewer. */
    public long bigEndian(int width) {
        if (left() < width) {
            throw endsEarly();
        }
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = (number << 8) | (data[at + i] & 0xff);
        }
        at += width;
        return number;
    }

    /** Returns four bytes as a number with its sign, highest byte first. */
    public int int32() {
        return (int) bigEndian(Integer.BYTES);
    }

    /** Returns so many bytes, not copied. */
    public Slice take(long length) {
        if (length < 0 || length > left()) {
            throw new UndecodableException(
                    "claims " + length + " bytes @" + position() + " where " + left() + " are left");
        }
        Slice taken = Slice.of(data, at, (int) length);
        at += (int) length;
        return taken;
    }

    /** Returns the bytes between two positions that were passed, not copied. */
    public Slice between(int from, int to) {
        return Slice.of(data, start + from, to - from);
    }

    /** Returns so many bytes as text in UTF-8. */
    public String text(long length) {
        int where = position();
        Slice bytes = take(length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new UndecodableException("a string that is not UTF-8 @" + where);
        }
    }

    private UndecodableException endsEarly() {
        return new UndecodableException("ends in the middle of a value");
    }
}
