package dev.surveyor.ui.parts;

import dev.surveyor.codec.Counted;

/** Writes numbers for reading. */
public final class Numbers {

    private Numbers() {}

    /** Returns the exact number, its digits in groups of three with a no-break space. */
    public static String grouped(long number) {
        return Counted.grouped(number);
    }
}
