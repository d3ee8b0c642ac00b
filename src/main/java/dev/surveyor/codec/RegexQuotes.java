package dev.surveyor.codec;

/** The part between {@code \Q} and {@code \E} of a regular expression, in which no character is a sign. */
final class RegexQuotes {

    private RegexQuotes() {}

    /** Returns the expression with a backslash before each sign instead. */
    static String removedFrom(String source) {
        StringBuilder out = new StringBuilder(source.length());
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith("\\Q", at)) {
                int end = source.indexOf("\\E", at + 2);
                int to = end < 0 ? source.length() : end;
                source.substring(at + 2, to).chars().forEach(c -> append(out, (char) c));
                at = end < 0 ? to : end + 2;
            } else {
                int to = Math.min(source.length(), at + (source.charAt(at) == '\\' ? 2 : 1));
                out.append(source, at, to);
                at = to;
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        boolean sign = c < 0x80 && !Character.isLetterOrDigit(c);
        out.append(sign ? "\\" : "").append(c);
    }
}
