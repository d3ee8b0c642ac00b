package dev.surveyor.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the text of a filter. The grammar is in {@code docs/filter.md}; fields are left to {@link FieldParser}. */
final class FilterParser {

    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 100;
    private static final String A_TERM = "a text, a field or (";
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.\\[\\]*-]*)(!=|[:=<>]).*");

    private final FilterCursor cursor;
    private final FieldParser fields;
    private final boolean tooLong;
    private int depth;

    FilterParser(String text, FilterContext context) {
        this.cursor = new FilterCursor(text);
        this.fields = new FieldParser(cursor, context);
        this.tooLong = text.length() > LONGEST;
    }

    Expression parse() throws FilterSyntaxException {
        if (tooLong) {
            throw cursor.error(LONGEST + 1, "the end", "a filter has at most " + LONGEST + " characters");
        }
        cursor.skipSpaces();
        if (cursor.atEnd()) {
            return new Expression.Any();
        }
        Expression expression = or();
        if (!cursor.atEnd()) {
            throw cursor.error("the end", "this ) closes nothing");
        }
        return expression;
    }

    private Expression or() throws FilterSyntaxException {
        List<Expression> parts = new ArrayList<>();
        parts.add(and());
        while (cursor.take("||")) {
            cursor.skipSpaces();
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
    }

    private Expression and() throws FilterSyntaxException {
        List<Expression> parts = new ArrayList<>();
        parts.add(unary());
        while (true) {
            boolean joined = cursor.take("&&");
            cursor.skipSpaces();
            if (!joined && (cursor.atEnd() || cursor.peek() == ')' || cursor.startsWith("||"))) {
                return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
            }
            parts.add(unary());
        }
    }

    private Expression unary() throws FilterSyntaxException {
        boolean negated = false;
        while (cursor.take("!")) {
            negated = !negated;
            cursor.skipSpaces();
        }
        Expression expression = primary();
        cursor.skipSpaces();
        return negated ? new Expression.Not(expression) : expression;
    }

    private Expression primary() throws FilterSyntaxException {
        char c = cursor.peek();
        if (cursor.atEnd() || c == ')' || cursor.startsWith("&&") || cursor.startsWith("||")) {
            throw cursor.expected(A_TERM);
        }
        if (c == '(') {
            return parenthesis();
        }
        if (c == '=' || c == '<' || c == '>' || c == ':') {
            throw cursor.expected("a field before " + c);
        }
        Expression field = fields.field();
        return field == null ? text(c) : field;
    }

    private Expression parenthesis() throws FilterSyntaxException {
        depth++;
        if (depth > DEEPEST) {
            throw cursor.error("fewer parentheses", "parentheses are nested deeper than " + DEEPEST);
        }
        cursor.take("(");
        cursor.skipSpaces();
        Expression inner = or();
        if (!cursor.take(")")) {
            throw cursor.expected(")");
        }
        depth--;
        return inner;
    }

    private Expression text(char first) throws FilterSyntaxException {
        int start = cursor.position();
        if (first != '"' && first != '\'' && first != '/') {
            rejectUnknownField(start);
        }
        Operand operand = fields.operand();
        if (operand.text().isEmpty()) {
            throw cursor.error(start + 2, "a text between the quotes");
        }
        return new Expression.Anywhere(operand);
    }

    /** A mistyped field must not become a search for its text that finds nothing. */
    private void rejectUnknownField(int start) throws FilterSyntaxException {
        String word = cursor.word();
        cursor.moveTo(start);
        Matcher matcher = UNKNOWN_FIELD.matcher(word);
        if (matcher.matches()) {
            String expected = "a field (" + FilterField.list() + ") before " + matcher.group(2);
            throw cursor.error(
                    start + 1,
                    expected,
                    "unknown field " + matcher.group(1) + "; expected " + FilterField.list()
                            + ", or the text in quotes");
        }
    }
}
