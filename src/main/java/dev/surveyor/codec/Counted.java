package dev.surveyor.codec;

/** Writes how many there are of something, the noun in the form that goes with the number. */
public final class Counted {

    private Counted() {}

    /** Returns the exact number, its digits in groups of three with a no-break space. */
    public static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int at = text.length() - 3; at > first; at -= 3) {
            text.insert(at, '\u00a0');
        }
        return text.toString();
    }

    /** Returns {@code 1 record}, {@code 0 records} or {@code 2 000 records}: a noun whose plural ends in s. */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** Returns the number, and after it the words for one or those for any other number. */
    public static String of(long count, String one, String many) {
        return grouped(count) + " " + word(count, one, many);
    }

    /** Returns the words that go with so many, without the number. */
    public static String word(long count, String one, String many) {
        return count == 1 ? one : many;
    }
}
