package dev.surveyor.codec.words;

import java.util.OptionalDouble;

/** Writes numbers for reading. */
public final class Numbers {

    private Numbers() {}

    /** Returns the exact number, its digits in groups of three with a no-break space. */
    public static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int at = text.length() - 3; at > first; at -= 3) {
            text.insert(at, '\u00a0');
        }
        return text.toString();
    }

    /** Returns the nearest whole number in the same way; a dash where there is none. */
    public static String grouped(OptionalDouble number) {
        return number.isEmpty() ? "—" : grouped(Math.round(number.getAsDouble()));
    }
}
