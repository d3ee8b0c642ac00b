package dev.surveyor.filter;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code /expression/flags}. A slash inside is written {@code \/}. */
final class RegexReader {

    private static final int LONGEST = 2000;

    private RegexReader() {}

    static Regex read(FilterCursor cursor) throws FilterSyntaxException {
        int start = cursor.position();
        String source = source(cursor);
        int flags = 0;
        while (!cursor.atWordEnd()) {
            flags |= switch (cursor.peek()) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                default ->
                    throw cursor.error(
                            "i, m or s after the expression",
                            "expected i, m or s after /" + source + "/; put a text with slashes in quotes");
            };
            cursor.moveTo(cursor.position() + 1);
        }
        try {
            return new Regex(source, flags);
        } catch (PatternSyntaxException broken) {
            int column = start + 2 + Math.max(0, broken.getIndex());
            throw cursor.error(column, "a regular expression", "in the expression: " + broken.getDescription());
        } catch (StackOverflowError tooDeep) {
            throw cursor.error(start + 2, "a simpler expression", "the expression is nested too deep");
        }
    }

    private static String source(FilterCursor cursor) throws FilterSyntaxException {
        int start = cursor.position();
        cursor.take("/");
        StringBuilder out = new StringBuilder();
        while (cursor.peek() != '/') {
            if (cursor.atEnd()) {
                throw cursor.expected("the closing /");
            }
            if (cursor.startsWith("\\/")) {
                out.append('/');
                cursor.moveTo(cursor.position() + 2);
            } else {
                int length = cursor.startsWith("\\\\") ? 2 : 1;
                int from = cursor.position();
                cursor.moveTo(from + length);
                out.append(cursor.textFrom(from));
            }
        }
        cursor.take("/");
        if (out.length() == 0 || out.length() > LONGEST) {
            throw cursor.error(start + 2, "an expression of 1 to " + LONGEST + " characters between the slashes");
        }
        return out.toString();
    }
}
