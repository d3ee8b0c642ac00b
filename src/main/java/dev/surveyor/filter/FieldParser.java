package dev.surveyor.filter;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.filter.Expression.State;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the fields of a filter: their names, operators and what they are compared with. */
final class FieldParser {

    private static final String OPERATOR_SIGNS = "!=<>:";

    private final FilterCursor cursor;
    private final FilterContext context;
    private final RangeParser ranges;

    FieldParser(FilterCursor cursor, FilterContext context) {
        this.cursor = cursor;
        this.context = context;
        this.ranges = new RangeParser(cursor, context.clock());
    }

    /** Reads a field with its comparison; null, and nothing read, where there is none. */
    @Nullable
    Expression field() throws FilterSyntaxException {
        int start = cursor.position();
        String name = cursor.name("");
        FilterField named = FilterField.named(name);
        Expression field = named == null ? null : read(named, name);
        if (field == null) {
            cursor.moveTo(start);
        }
        return field;
    }

    private @Nullable Expression read(FilterField field, String name) throws FilterSyntaxException {
        return switch (field) {
            case KEY -> part(RecordPart.KEY, name);
            case VALUE -> part(RecordPart.VALUE, name);
            case HEADER -> header(name);
            case PARTITION -> range(Expression.NumberField.PARTITION);
            case OFFSET -> range(Expression.NumberField.OFFSET);
            case TIME -> range(Expression.NumberField.TIME);
            case SIZE -> range(Expression.NumberField.SIZE);
            case TOPIC -> topic();
            case IS -> state();
        };
    }

    private @Nullable Expression part(RecordPart part, String name) throws FilterSyntaxException {
        boolean hasPath = cursor.peek() == '.' || cursor.peek() == '[';
        JsonPath path = cursor.path(name);
        Operator operator = cursor.operator();
        if (operator == null) {
            return hasPath ? new Expression.Field(part, path, null, null) : null;
        }
        Operand operand = operandAfter(operator);
        return hasPath
                ? new Expression.Field(part, path, operator, operand)
                : new Expression.Whole(part, operator, operand);
    }

    private @Nullable Expression header(String field) throws FilterSyntaxException {
        if (!cursor.take(".")) {
            int column = cursor.columnOfNext();
            Operator operator = cursor.operator();
            if (operator == null) {
                return null;
            }
            if (operator != Operator.CONTAINS) {
                throw cursor.error(column, ": or .name after " + field);
            }
            return new Expression.AnyHeader(operandAfter(operator));
        }
        String name = cursor.nameOrQuoted(FilterText.HEADER_CHARACTERS);
        if (name == null) {
            throw cursor.expected("a header's name after " + field + ".");
        }
        Operator operator = cursor.operator();
        return operator == null
                ? new Expression.Header(name, null, null)
                : new Expression.Header(name, operator, operandAfter(operator));
    }

    private @Nullable Expression topic() throws FilterSyntaxException {
        Operator operator = cursor.operator();
        return operator == null ? null : new Expression.Topic(operator, operandAfter(operator));
    }

    private @Nullable Expression state() throws FilterSyntaxException {
        Operator operator = cursor.operator();
        if (operator == null) {
            return null;
        }
        cursor.skipSpaces();
        int column = cursor.position() + 1;
        String word = operator == Operator.CONTAINS || operator == Operator.EQUAL ? cursor.word() : "";
        return switch (word) {
            case "marked" -> known(State.MARKED, context.marked(), column);
            case "tombstone" -> new Expression.Is(State.TOMBSTONE);
            case "error" -> new Expression.Is(State.ERROR);
            case "aborted" -> known(State.ABORTED, context.transactions(), column);
            case "open" -> known(State.OPEN, context.transactions(), column);
            default -> throw notAState(word, column);
        };
    }

    private FilterSyntaxException notAState(String word, int column) {
        String expected = "marked, tombstone, error, aborted or open after is:";
        boolean begins = Arrays.stream(State.values())
                .anyMatch(state -> state.name().toLowerCase(Locale.ROOT).startsWith(word));
        return begins ? cursor.begun(column, expected) : cursor.error(column, expected);
    }

    /** A state of which nothing is known here must not become a filter that finds nothing. */
    private Expression known(State state, @Nullable Object source, int column) throws FilterSyntaxException {
        if (source != null) {
            return new Expression.Is(state);
        }
        throw cursor.error(
                column,
                "tombstone or error after is:",
                switch (state) {
                    case MARKED -> "marks are in live tables only; filter there and export what is shown";
                    case ABORTED ->
                        "is:aborted is looked up in live tables only; filter there and export what is"
                                + " shown, or search Committed only";
                    default -> "is:open is looked up in live tables only; filter there and export what is shown";
                });
    }

    private @Nullable Expression range(Expression.NumberField number) throws FilterSyntaxException {
        Operator operator = cursor.operator();
        if (operator == null) {
            return null;
        }
        cursor.skipSpaces();
        boolean quoted = number == Expression.NumberField.TIME && cursor.peek() == '"';
        if (cursor.atWordEnd() && !quoted) {
            throw cursor.expected("a value after " + operator.sign());
        }
        Expression range = new Expression.InRange(number, ranges.read(number, operator));
        return operator == Operator.NOT_EQUAL ? new Expression.Not(range) : range;
    }

    private Operand operandAfter(Operator operator) throws FilterSyntaxException {
        cursor.skipSpaces();
        if (cursor.atWordEnd() && cursor.peek() != '"') {
            throw cursor.expected("a value after " + operator.sign());
        }
        int column = cursor.position() + 1;
        if (OPERATOR_SIGNS.indexOf(cursor.peek()) >= 0) {
            throw cursor.error(
                    column,
                    "a value after " + operator.sign(),
                    "expected a value after " + operator.sign() + "; put a text that begins with " + cursor.peek()
                            + " in quotes");
        }
        Operand operand = operand();
        if (operand.regex() != null && operator.orders()) {
            throw cursor.error(column, "a number or a text after " + operator.sign());
        }
        return operand;
    }

    /** Reads a word, a text in quotes or a regular expression. */
    Operand operand() throws FilterSyntaxException {
        int column = cursor.position() + 1;
        char first = cursor.peek();
        if (first == '"' || first == '\'') {
            return new Operand(FilterText.readQuoted(cursor), true, null, column);
        }
        if (first == '/') {
            int start = cursor.position();
            Regex regex = RegexReader.read(cursor);
            return new Operand(cursor.textFrom(start), false, regex, column);
        }
        return new Operand(cursor.word(), false, null, column);
    }
}
