package dev.surveyor.codec.header;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A whole number with its sign, highest byte first, of one to eight bytes: some programs write four or eight, others as
 * few as the number has. Digits are left as the text that they are.
 */
final class NumberBytes implements Decoder {

    private final boolean time;

    /** @param time whether it is a time in milliseconds since 1970 */
    NumberBytes(boolean time) {
        this.time = time;
    }

    @Override
    public String name() {
        return time ? "time" : "number";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        if (bytes.length() > Long.BYTES || digits(bytes)) {
            return new Decoded.Failed("no number of up to eight bytes");
        }
        long number = new BigInteger(bytes.bytes()).longValue();
        Decoded.Read read = Decoded.Read.plain(Long.toString(number));
        return time ? read.because(Instant.ofEpochMilli(number).toString()) : read;
    }

    private static boolean digits(Slice bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            boolean digit = bytes.at(i) >= '0' && bytes.at(i) <= '9';
            if (!digit && !(i == 0 && bytes.at(i) == '-' && bytes.length() > 1)) {
                return false;
            }
        }
        return true;
    }
}
