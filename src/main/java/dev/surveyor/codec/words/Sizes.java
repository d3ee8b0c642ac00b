package dev.surveyor.codec.words;

import java.util.Locale;
import java.util.OptionalDouble;

/** Writes amounts of bytes for reading, in decimal units: 1 kB is 1,000 B. */
public final class Sizes {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double STEP = 1_000;

    private Sizes() {}

    /** Returns for instance {@code 312 B}, {@code 1.2 kB} or {@code 14.2 MB}. */
    public static String text(long bytes) {
        if (Math.abs(bytes) < STEP) {
            return bytes + "\u00a0B";
        }
        double amount = bytes / STEP;
        int unit = 0;
        // Beyond this the number would be rounded up to 1000.0 of its unit.
        while (Math.abs(amount) >= STEP - 0.05) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f\u00a0%s", amount, UNITS[unit]);
    }

    /** Returns all digits, for a tooltip: {@code 14 200 312 B}. */
    public static String exact(long bytes) {
        return Numbers.grouped(bytes) + "\u00a0B";
    }

    /** Returns for instance {@code 380.0 kB/s}; a dash where it is not known. */
    public static String rate(OptionalDouble bytesPerSecond) {
        return bytesPerSecond.isEmpty() ? "—" : text(Math.round(bytesPerSecond.getAsDouble())) + "/s";
    }
}
