package dev.surveyor.filter.suggest;

/**
 * What may be typed next.
 *
 * @param text what replaces the characters from {@code from} to before {@code to}
 * @param from index in the filter's text, from 0
 * @param to index after the last character that is replaced
 * @param count in how many records of the sample it was seen, -1 where it is a word of the language
 * @param kind what it is
 */
public record Suggestion(String text, int from, int to, long count, Kind kind) {

    /** What a suggestion is. */
    public enum Kind {
        FIELD,
        VALUE
    }

    /** Returns the whole filter with this suggestion taken. */
    public String applyTo(String filter) {
        return filter.substring(0, from) + text + filter.substring(to);
    }

    /** Returns where the caret stands after this suggestion was taken. */
    public int caretAfter() {
        return from + text.length();
    }
}
