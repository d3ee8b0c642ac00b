package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Decimals of any size as the numbers of JSON, exact to the last digit. */
final class Decimals {

    private static final int LARGEST_SCALE = 1000;
    private static final int LONGEST = 4096;

    private Decimals() {}

    /**
     * Returns the number, with an exponent where plain digits would be too many; null where the bytes are none.
     *
     * @param unscaled in two's complement, highest byte first
     */
    static @Nullable String text(Slice unscaled, long scale) {
        if (unscaled.length() == 0 || unscaled.length() > LONGEST || scale != (int) scale) {
            return null;
        }
        BigDecimal number = new BigDecimal(new BigInteger(unscaled.bytes()), (int) scale);
        return Math.abs(scale) <= LARGEST_SCALE ? number.toPlainString() : number.toString();
    }
}
