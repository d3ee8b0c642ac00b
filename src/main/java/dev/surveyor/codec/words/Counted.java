package dev.surveyor.codec.words;

/** Writes how many there are of something, the noun in the form that goes with the number. */
public final class Counted {

    private Counted() {}

    /** Returns {@code 1 record}, {@code 0 records} or {@code 2 000 records}: a noun whose plural ends in s. */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** Returns the number, and after it the words for one or those for any other number. */
    public static String of(long count, String one, String many) {
        return Numbers.grouped(count) + " " + word(count, one, many);
    }

    /** Returns the words that go with so many, without the number. */
    public static String word(long count, String one, String many) {
        return count == 1 ? one : many;
    }
}
