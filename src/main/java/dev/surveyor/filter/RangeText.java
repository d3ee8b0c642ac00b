package dev.surveyor.filter;

import dev.surveyor.domain.time.TimeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a number is compared with, as it was typed: without its quotes, and with the column of each character. Inside
 * quotes no comma and no dots part it.
 *
 * @param text the characters
 * @param columns the column of each of them, from 1, and of what follows the last one
 * @param quoted whether each of them stood in quotes
 * @param last whether nothing follows
 */
record RangeText(String text, List<Integer> columns, List<Boolean> quoted, boolean last) {

    /** What can follow a date or a time of day behind a space, and still belong to it. */
    private static final Pattern REST = Pattern.compile("(?i)[0-9+\u2212-].*|Z|(UTC|GMT).*");

    RangeText {
        columns = List.copyOf(columns);
        quoted = List.copyOf(quoted);
    }

    /** Reads a word. */
    static RangeText of(FilterCursor cursor) {
        Builder read = new Builder();
        read.word(cursor, cursor.word());
        return read.end(cursor);
    }

    /** Reads a word and, where only both together are a time, what follows it behind a space; and texts in quotes. */
    static RangeText ofTimes(FilterCursor cursor, TimeReader times) throws FilterSyntaxException {
        Builder read = new Builder();
        boolean more = true;
        while (more) {
            char next = cursor.peek();
            boolean goesOn = read.text.isEmpty() || read.endsApart();
            if ((next == '"' || next == '\'') && goesOn) {
                read.quoted(cursor);
            } else if (cursor.atWordEnd()) {
                more = read.takeRest(cursor, times);
            } else {
                read.word(cursor, cursor.word());
            }
        }
        return read.end(cursor);
    }

    /** Returns the parts between the commas. */
    List<RangeText> items() {
        List<RangeText> items = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || (text.charAt(at) == ',' && !quoted.get(at))) {
                items.add(part(from, at));
                from = at + 1;
            }
        }
        return items;
    }

    /** Returns the index of the first two dots outside of quotes; -1 where there are none. */
    int dots() {
        for (int at = text.indexOf(".."); at >= 0; at = text.indexOf("..", at + 1)) {
            if (!quoted.get(at)) {
                return at;
            }
        }
        return -1;
    }

    RangeText part(int from, int to) {
        return new RangeText(
                text.substring(from, to),
                columns.subList(from, to + 1),
                quoted.subList(from, to),
                last && to == text.length());
    }

    int column() {
        return columns.get(0);
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> columns = new ArrayList<>();
        private final List<Boolean> quoted = new ArrayList<>();

        private void word(FilterCursor cursor, String word) {
            int start = cursor.position() - word.length();
            for (int i = 0; i < word.length(); i++) {
                add(word.charAt(i), start + i + 1, false);
            }
        }

        private void add(char c, int column, boolean inQuotes) {
            text.append(c);
            columns.add(column);
            quoted.add(inQuotes);
        }

        private void quoted(FilterCursor cursor) throws FilterSyntaxException {
            int column = cursor.position() + 1;
            String inside = FilterText.readQuoted(cursor);
            inside.chars().forEach(c -> add((char) c, column, true));
        }

        /** Returns whether another value is to follow. */
        private boolean endsApart() {
            int end = text.length() - 1;
            return !quoted.get(end)
                    && (text.charAt(end) == ',' || (text.charAt(end) == '.' && end > 0 && text.charAt(end - 1) == '.'));
        }

        /** Takes the next word where it is the rest of the last value, and returns whether it is. */
        private boolean takeRest(FilterCursor cursor, TimeReader times) {
            int end = cursor.position();
            cursor.skipSpaces();
            String next = cursor.position() == end ? "" : cursor.word();
            String rest = next.split(",|\\.\\.", 2)[0];
            String value = text.substring(lastValue());
            boolean belongs = !value.isEmpty()
                    && !quoted.get(text.length() - 1)
                    && REST.matcher(rest).matches()
                    && times.stretch(value + " " + rest) != null;
            if (!belongs) {
                cursor.moveTo(end);
                return false;
            }
            add(' ', end + 1, false);
            word(cursor, next);
            return true;
        }

        private int lastValue() {
            int comma = text.lastIndexOf(",");
            int dots = text.lastIndexOf("..");
            return Math.max(comma + 1, dots < 0 ? 0 : dots + 2);
        }

        private RangeText end(FilterCursor cursor) {
            columns.add(cursor.position() + 1);
            return new RangeText(text.toString(), columns, quoted, cursor.atEnd());
        }
    }
}
