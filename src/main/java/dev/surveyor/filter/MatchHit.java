package dev.surveyor.filter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place in which a record met a filter.
 *
 * @param place the field as a filter names it, {@code value.reason}, or {@code header trace-id}, {@code key}
 * @param before what stands before that which matched, shortened
 * @param matched what matched, shortened
 * @param after what stands after it, shortened
 */
public record MatchHit(String place, String before, String matched, String after) {

    private static final int LONGEST = 60;
    private static final int AROUND = 12;

    /** Returns the hit of a text that matched as a whole. */
    static MatchHit whole(String place, String text) {
        return cut(place, text, 0, text.length());
    }

    /** Returns the hit in a text that is known to pass; where the passing piece is not found, the whole text counts. */
    static MatchHit of(String place, String text, @Nullable Operator operator, @Nullable Operand operand) {
        MatchHit piece = operator == Operator.CONTAINS && operand != null ? containing(place, text, operand) : null;
        return piece == null ? whole(place, text) : piece;
    }

    /** Returns the hit of the first occurrence, or null where there is none. */
    static @Nullable MatchHit containing(String place, String text, Operand operand) {
        Regex regex = operand.regex();
        if (regex != null) {
            int[] found = regex.where(text);
            return found.length == 0 ? null : cut(place, text, found[0], found[1]);
        }
        String wanted = operand.text();
        int at = operand.quoted() ? text.indexOf(wanted) : indexOfAnyCase(text, wanted);
        return at < 0 ? null : cut(place, text, at, at + wanted.length());
    }

    private static int indexOfAnyCase(String text, String wanted) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT));
        // A few letters change their length with their case; then the place is not known to the letter.
        return Math.min(at, text.length());
    }

    private static MatchHit cut(String place, String text, int from, int last) {
        int to = Math.min(last, text.length());
        int begin = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        String matched = text.substring(from, Math.min(to, from + LONGEST)) + (to - from > LONGEST ? "…" : "");
        return new MatchHit(
                place,
                line((begin > 0 ? "…" : "") + text.substring(begin, from)),
                line(matched),
                line(text.substring(to, end) + (end < text.length() ? "…" : "")));
    }

    /** Returns the text in one line, without characters that cannot be seen. */
    private static String line(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "·") : text;
    }
}
