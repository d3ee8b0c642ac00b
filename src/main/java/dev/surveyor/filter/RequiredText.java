package dev.surveyor.filter;

/**
 * Finds a text that every match of a regular expression contains. It reads only what is simple: with alternatives or
 * special groups it says nothing, and what stands in a group or a class is passed over.
 */
final class RequiredText {

    private static final String QUANTIFIERS = "*?{";

    private final String source;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RequiredText(String source) {
        this.source = source;
    }

    /** Returns the longest such text, empty where none is known. */
    static String of(String source) {
        boolean special = source.contains("|") || source.contains("(?") || source.contains("\\Q");
        return special ? "" : new RequiredText(source).read();
    }

    private String read() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '(') {
                endRun();
                skipGroup();
            } else if (c == '[') {
                endRun();
                skipClass();
            } else if (c == '\\') {
                escape();
            } else if (".^$)]}+*?{".indexOf(c) >= 0) {
                endRun();
                at = c == '{' ? Math.max(at + 1, source.indexOf('}', at) + 1) : at + 1;
            } else {
                at++;
                character(c);
            }
        }
        endRun();
        return longest;
    }

    private void escape() {
        char c = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
        at += 2;
        if (Character.isLetterOrDigit(c)) {
            endRun();
            // What follows \x, \\u, \p, \c and \k belongs to them and is not looked for.
            at = "xupPck0N".indexOf(c) >= 0 ? source.length() : at;
        } else {
            character(c);
        }
    }

    private void character(char c) {
        boolean optional = at < source.length() && QUANTIFIERS.indexOf(source.charAt(at)) >= 0;
        if (optional) {
            endRun();
        } else {
            run.append(c);
        }
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    private void skipGroup() {
        int depth = 0;
        do {
            char c = source.charAt(at);
            if (c == '[') {
                skipClass();
                continue;
            }
            at += c == '\\' ? 2 : 1;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (depth > 0 && at < source.length());
    }

    /** Moves past a class; one within a class is too rare to be worth more than giving up. */
    private void skipClass() {
        int end = at + 1;
        while (end < source.length() && (source.charAt(end) != ']' || end == at + 1)) {
            if (source.charAt(end) == '[' || source.startsWith("&&", end)) {
                at = source.length();
                return;
            }
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        at = end + 1;
    }
}
