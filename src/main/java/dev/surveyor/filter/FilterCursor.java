package dev.surveyor.filter;

import dev.surveyor.filter.JsonPath.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a filter from left to right, and knows where it is when something is wrong. */
final class FilterCursor {

    private final String text;
    private int at;

    FilterCursor(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Returns the next character, or a zero character at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    boolean startsWith(String sign) {
        return text.startsWith(sign, at);
    }

    /** Moves past the sign if it is next. */
    boolean take(String sign) {
        if (!startsWith(sign)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    /** Returns the column of the next character that is not white space. */
    int columnOfNext() {
        int column = at + 1;
        while (column <= text.length() && Character.isWhitespace(text.charAt(column - 1))) {
            column++;
        }
        return column;
    }

    void skipSpaces() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Returns whether a word ends here. */
    boolean atWordEnd() {
        char c = peek();
        return atEnd()
                || Character.isWhitespace(c)
                || c == '('
                || c == ')'
                || c == '"'
                || startsWith("&&")
                || startsWith("||");
    }

    /** Reads up to white space, a parenthesis, a quote or a double sign. */
    String word() {
        int start = at;
        while (!atWordEnd()) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Reads letters, digits, underscores; with {@code more}, those characters too. */
    String name(String more) {
        int start = at;
        while (!atEnd() && inName(peek(), more)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Returns whether the character may be in a name that has no quotes. */
    static boolean inName(char c, String more) {
        return Character.isLetterOrDigit(c) || c == '_' || more.indexOf(c) >= 0;
    }

    /** Reads an operator, white space before it passed over; null where there is none, and nothing is read then. */
    @Nullable
    Operator operator() {
        int start = at;
        skipSpaces();
        for (Operator operator : Operator.values()) {
            if (take(operator.sign())) {
                return operator == Operator.DOUBLE_EQUAL ? Operator.EQUAL : operator;
            }
        }
        at = start;
        return null;
    }

    /** Reads the steps of a path; {@code owner} is what they belong to, for the message. */
    JsonPath path(String owner) throws FilterSyntaxException {
        List<Step> steps = new ArrayList<>();
        while (peek() == '.' || peek() == '[') {
            if (steps.size() == JsonPath.LONGEST) {
                throw error("a shorter path", "a path has at most " + JsonPath.LONGEST + " steps");
            }
            steps.add(take(".") ? nameStep(owner) : indexStep());
        }
        return new JsonPath(steps);
    }

    /** Reads a name, or a text in quotes, which may be empty; null where there is neither. */
    @Nullable
    String nameOrQuoted(String more) throws FilterSyntaxException {
        if (peek() == '"' || peek() == '\'') {
            return FilterText.readQuoted(this);
        }
        String name = name(more);
        return name.isEmpty() ? null : name;
    }

    private Step nameStep(String owner) throws FilterSyntaxException {
        String name = nameOrQuoted("-$@");
        if (name == null) {
            throw expected("a field name after " + owner + ".");
        }
        return new Step(name, 0);
    }

    private Step indexStep() throws FilterSyntaxException {
        take("[");
        int column = at + 1;
        String index = take("*") ? "*" : name("");
        if (!index.isEmpty() && !take("]")) {
            throw expected("]");
        }
        if (index.equals("*")) {
            return new Step(null, JsonPath.EVERY);
        }
        if (!index.matches("[0-9]{1,9}")) {
            throw error(column, "a number or * between [ and ]");
        }
        return new Step(null, Integer.parseInt(index));
    }

    FilterSyntaxException expected(String what) {
        return error(at + 1, what);
    }

    FilterSyntaxException error(int column, String expected) {
        return error(column, expected, "expected " + expected);
    }

    FilterSyntaxException error(String expected, String message) {
        return error(at + 1, expected, message);
    }

    FilterSyntaxException error(int column, String expected, String message) {
        return new FilterSyntaxException(new FilterError(column, expected, message, column > text.length()));
    }

    /** Makes the error of something that begins rightly at that column, where the text ends before it does. */
    FilterSyntaxException begun(int column, String expected) {
        return begun(column, expected, "expected " + expected);
    }

    FilterSyntaxException begun(int column, String expected, String message) {
        return new FilterSyntaxException(new FilterError(column, expected, message, atEnd()));
    }

    String textFrom(int start) {
        return text.substring(start, at);
    }
}
