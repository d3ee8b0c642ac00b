package dev.surveyor.filter;

import org.jspecify.annotations.Nullable;

/**
 * How often something in a regular expression may stand. Whether greedy, reluctant or possessive is left out.
 *
 * @param least at least so often
 * @param most at most so often, -1 for any number
 * @param sourceEnd where it ends in the source
 */
record RegexQuantifier(int least, int most, int sourceEnd) {

    /** Returns the quantifier that stands there, once where there is none; null where it cannot be read. */
    static @Nullable RegexQuantifier at(String source, int at) {
        char sign = at < source.length() ? source.charAt(at) : '\0';
        return switch (sign) {
            case '*' -> new RegexQuantifier(0, -1, afterMode(source, at + 1));
            case '+' -> new RegexQuantifier(1, -1, afterMode(source, at + 1));
            case '?' -> new RegexQuantifier(0, 1, afterMode(source, at + 1));
            case '{' -> inBraces(source, at);
            default -> new RegexQuantifier(1, 1, at);
        };
    }

    private static @Nullable RegexQuantifier inBraces(String source, int at) {
        int close = source.indexOf('}', at);
        String inside = close < 0 ? "" : source.substring(at + 1, close);
        if (!inside.matches("[0-9]{1,6}(,[0-9]{0,6})?")) {
            return null;
        }
        int comma = inside.indexOf(',');
        int least = Integer.parseInt(comma < 0 ? inside : inside.substring(0, comma));
        String most = comma < 0 ? inside : inside.substring(comma + 1);
        return new RegexQuantifier(least, most.isEmpty() ? -1 : Integer.parseInt(most), afterMode(source, close + 1));
    }

    private static int afterMode(String source, int at) {
        boolean mode = at < source.length() && (source.charAt(at) == '?' || source.charAt(at) == '+');
        return mode ? at + 1 : at;
    }
}
