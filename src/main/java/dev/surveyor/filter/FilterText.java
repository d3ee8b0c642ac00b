package dev.surveyor.filter;

import dev.surveyor.codec.JsonText;

/** Words of the filter language: reads quotes and writes them, and joins filters. */
public final class FilterText {

    /** What a header's name may have without quotes, beside letters, digits and underscores. */
    static final String HEADER_CHARACTERS = ".-$@/+*#%~";

    private static final String NO_END = "the closing quote";

    private FilterText() {}

    /** Returns the text in quotes, so that it is looked for as it is; what a field would not take is escaped. */
    public static String quote(String text) {
        return JsonText.quote(text);
    }

    /** Returns both filters joined, each in parentheses where it needs them. */
    public static String and(String left, String right) {
        if (left.isBlank()) {
            return right;
        }
        return grouped(left) + " && " + grouped(right);
    }

    private static String grouped(String filter) {
        return filter.contains("||") ? "(" + filter + ")" : filter;
    }

    /** Returns the text as a word where it is one, else in quotes. */
    public static String word(String text) {
        boolean plain = text.matches("[\\p{L}\\p{N}_.@+-]+") && !text.equals("null") && !text.equals("empty");
        return plain ? text : quote(text);
    }

    /** Returns the field of the header of that name, which is in quotes where it needs them. */
    public static String headerField(String name) {
        boolean plain = !name.isEmpty() && name.chars().allMatch(c -> FilterCursor.inName((char) c, HEADER_CHARACTERS));
        return FilterField.HEADER.word() + "." + (plain ? name : quote(name));
    }

    /** Reads a text in single or double quotes, escapes resolved; the cursor stands on the opening quote. */
    static String readQuoted(FilterCursor cursor) throws FilterSyntaxException {
        char quote = cursor.peek();
        cursor.moveTo(cursor.position() + 1);
        StringBuilder out = new StringBuilder();
        while (cursor.peek() != quote) {
            if (cursor.atEnd()) {
                throw cursor.expected(NO_END);
            }
            char c = cursor.peek();
            cursor.moveTo(cursor.position() + 1);
            out.append(c == '\\' ? escape(cursor) : c);
        }
        cursor.moveTo(cursor.position() + 1);
        return out.toString();
    }

    private static char escape(FilterCursor cursor) throws FilterSyntaxException {
        if (cursor.atEnd()) {
            throw cursor.expected(NO_END);
        }
        char c = cursor.peek();
        int column = cursor.position();
        cursor.moveTo(cursor.position() + 1);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\'', '\\', '/' -> c;
            case 'u' -> codeUnit(cursor);
            default -> throw cursor.error(column, "one of \\\" \\' \\\\ \\/ \\n \\r \\t \\uXXXX");
        };
    }

    private static char codeUnit(FilterCursor cursor) throws FilterSyntaxException {
        int number = 0;
        for (int i = 0; i < 4; i++) {
            int digit = cursor.peek() < 0x80 ? Character.digit(cursor.peek(), 16) : -1;
            if (digit < 0) {
                throw cursor.expected("four hexadecimal digits after \\u");
            }
            number = number * 16 + digit;
            cursor.moveTo(cursor.position() + 1);
        }
        return (char) number;
    }
}
