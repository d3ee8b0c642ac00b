package dev.surveyor.filter;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is asked about a string, number, true, false or null inside a JSON document. */
final class ScalarPredicate {

    private final Operator operator;
    private final Operand operand;
    private final @Nullable BigDecimal number;
    private final FoldedText folded;

    /** The operator is never "not equal": that is the negation of "equal" for a field that exists. */
    ScalarPredicate(Operator operator, Operand operand) {
        this.operator = operator;
        this.operand = operand;
        this.number = operand.number();
        this.folded = new FoldedText(operand.text());
    }

    /** Returns whether the operator may hold for something inside an object or a list. */
    boolean looksInside() {
        return operator == Operator.CONTAINS;
    }

    /** Returns whether the value passes; {@code text} is its text without quotes, or a number as it was sent. */
    Verdict test(JsonToken token, String text) {
        if (token == JsonToken.VALUE_NULL) {
            return Verdict.of(operand.isWord("null") && !operator.orders());
        }
        Regex regex = operand.regex();
        if (regex != null) {
            return regex.run(text, operator == Operator.EQUAL);
        }
        if (operator.orders()) {
            return Verdict.of(ordered(token, text));
        }
        if (operand.isWord("null")) {
            return Verdict.NO_MATCH;
        }
        if (operand.isWord("empty")) {
            return Verdict.of(token == JsonToken.VALUE_STRING && text.isEmpty());
        }
        return Verdict.of(operator == Operator.EQUAL ? equal(token, text) : contains(text));
    }

    private boolean equal(JsonToken token, String text) {
        if (operand.quoted()) {
            return token == JsonToken.VALUE_STRING && text.equals(operand.text());
        }
        if (text.equals(operand.text())) {
            return true;
        }
        BigDecimal found = token.isNumeric() && number != null ? Operand.numberOf(text) : null;
        return found != null && number != null && found.compareTo(number) == 0;
    }

    private boolean contains(String text) {
        return operand.quoted() ? text.contains(operand.text()) : folded.occursIn(text);
    }

    private boolean ordered(JsonToken token, String text) {
        if (number == null) {
            return token == JsonToken.VALUE_STRING && operator.holds(inOrder(text, operand.text()));
        }
        boolean mayBeNumber = token.isNumeric() || token == JsonToken.VALUE_STRING;
        BigDecimal found = mayBeNumber ? Operand.numberOf(text) : null;
        return found != null && operator.holds(found.compareTo(number));
    }

    /** Compares as the bytes in UTF-8 are compared: characters beyond the basic plane come after all others. */
    private static int inOrder(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
