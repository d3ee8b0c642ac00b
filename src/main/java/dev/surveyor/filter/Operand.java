package dev.surveyor.filter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a field is compared with.
 *
 * @param text the characters, quotes and escapes resolved
 * @param quoted whether it was in quotes: then it is a text, case counts, and null or true are no special words
 * @param regex the expression if it is one, else null
 * @param column where it begins, from 1
 */
record Operand(String text, boolean quoted, @Nullable Regex regex, int column) {

    /** How many characters a number may have to be compared as one. */
    static final int LONGEST_NUMBER = 1000;

    /** Returns whether it is that word, not quoted. */
    boolean isWord(String word) {
        return !quoted && regex == null && text.equals(word);
    }

    /** Returns whether it is about the bytes that are there, and not about what they say: null or empty, not quoted. */
    boolean ofBytes() {
        return isWord("null") || isWord("empty");
    }

    /** Returns the number that it is, or null where it is quoted or no number. */
    @Nullable
    BigDecimal number() {
        return quoted || regex != null ? null : numberOf(text);
    }

    /** Returns the number that a text is, as JSON writes it, or null. */
    static @Nullable BigDecimal numberOf(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST_NUMBER) {
            return null;
        }
        char last = text.charAt(length - 1);
        char first = text.charAt(0);
        boolean mayBe = last >= '0' && last <= '9' && (first == '-' || (first >= '0' && first <= '9'));
        if (!mayBe) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            // Comparing numbers of very different sizes writes out all their digits.
            return Math.abs((long) number.scale()) > 10_000 ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
