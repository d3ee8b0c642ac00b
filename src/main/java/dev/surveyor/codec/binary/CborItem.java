package dev.surveyor.codec.binary;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/**
 * The head of one item of CBOR: its major type and its argument (RFC 8949, section 3).
 *
 * @param type 0 to 7
 * @param info the low five bits of the first byte
 * @param argument a number without a sign; of a float its bits
 */
record CborItem(int type, int info, long argument) {

    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;

    private static final int INDEFINITE = 31;
    private static final int TYPE_BITS = 5;

    /** Writing out the digits of a number takes a time that grows far faster than its bytes. */
    private static final int LONGEST_NUMBER = 4096;

    static CborItem next(ByteReader in) {
        int first = in.octet();
        int type = first >>> TYPE_BITS;
        int info = first & 0x1f;
        long argument =
                switch (info) {
                    case 24 -> in.octet();
                    case 25 -> in.bigEndian(2);
                    case 26 -> in.bigEndian(4);
                    case 27 -> in.bigEndian(8);
                    case 28, 29, 30 ->
                        throw new UndecodableException("a length of the reserved form " + info + " @" + in.position());
                    default -> info;
                };
        CborItem item = new CborItem(type, info, argument);
        if (info == INDEFINITE && (type == UNSIGNED || type == NEGATIVE || type == TAG)) {
            throw new UndecodableException("a number without an end @" + in.position());
        }
        return item;
    }

    /** Returns whether the length is not known before and a break ends it. */
    boolean indefinite() {
        return info == INDEFINITE && type != 7;
    }

    /** Returns whether this ends what has no length. */
    boolean isBreak() {
        return type == 7 && info == INDEFINITE;
    }

    /** Returns the whole number, of the types 0 and 1, in digits. */
    String digits() {
        if (type == UNSIGNED) {
            return Long.toUnsignedString(argument);
        }
        return argument >= 0
                ? Long.toString(-1 - argument)
                : new BigInteger(Long.toUnsignedString(argument))
                        .negate()
                        .subtract(BigInteger.ONE)
                        .toString();
    }

    /** Returns the number of elements or pairs; refuses one for which there are not enough bytes. */
    long count(ByteReader in) {
        int leastEach = type == MAP ? 2 : 1;
        if (argument < 0 || argument > in.left() / leastEach) {
            throw new UndecodableException("claims " + Long.toUnsignedString(argument)
                    + (type == MAP ? " pairs where " : " elements where ") + in.left() + " bytes are left");
        }
        return argument;
    }

    /** Returns the bytes of a byte string; those in pieces are put together. */
    Slice bytes(ByteReader in) {
        if (!indefinite()) {
            return in.take(argument);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (CborItem piece = piece(in); !piece.isBreak(); piece = piece(in)) {
            Slice bytes = in.take(piece.argument);
            all.write(bytes.data(), bytes.start(), bytes.length());
        }
        return Slice.of(all.toByteArray());
    }

    /** Returns the text of a text string. */
    String text(ByteReader in) {
        if (!indefinite()) {
            return in.text(argument);
        }
        StringBuilder all = new StringBuilder();
        for (CborItem piece = piece(in); !piece.isBreak(); piece = piece(in)) {
            all.append(in.text(piece.argument));
        }
        return all.toString();
    }

    private CborItem piece(ByteReader in) {
        CborItem piece = next(in);
        if (!piece.isBreak() && (piece.type != type || piece.indefinite())) {
            throw new UndecodableException("a string with a piece that is none @" + in.position());
        }
        return piece;
    }

    /** Returns the number that bytes mean behind the tags 2 and 3 (RFC 8949, 3.4.3). */
    static BigInteger bigNumber(boolean negative, Slice bytes) {
        if (bytes.length() > LONGEST_NUMBER) {
            throw new UndecodableException(
                    "a number of " + bytes.length() + " bytes; up to " + LONGEST_NUMBER + " are written out");
        }
        BigInteger number = new BigInteger(1, bytes.bytes());
        return negative ? number.negate().subtract(BigInteger.ONE) : number;
    }

    /** Returns the fraction of 16 bits (IEEE 754) that the argument holds. */
    float half() {
        int bits = (int) argument;
        int exponent = bits >>> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float size =
                switch (exponent) {
                    case 0 -> Math.scalb((float) fraction, -24);
                    case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb((float) (fraction | 0x400), exponent - 25);
                };
        return (bits & 0x8000) == 0 ? size : -size;
    }
}
