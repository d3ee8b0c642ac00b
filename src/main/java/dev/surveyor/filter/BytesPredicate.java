package dev.surveyor.filter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is asked about a run of bytes: a key, a value, a header's value. */
@FunctionalInterface
interface BytesPredicate {

    /**
     * Returns whether the bytes pass.
     *
     * @param length in bytes, -1 for null
     */
    Verdict test(byte[] data, int start, int length);

    /** Returns the predicate for an operator and what it compares with. */
    static BytesPredicate of(Operator operator, Operand operand) {
        if (operator == Operator.NOT_EQUAL) {
            return notEqual(operand);
        }
        Regex regex = operand.regex();
        if (regex != null) {
            return ofRegex(regex, operator == Operator.EQUAL);
        }
        if (operator.orders()) {
            return ordered(operator, operand);
        }
        if (operand.isWord("null")) {
            return (data, start, length) -> Verdict.of(length < 0);
        }
        if (operand.isWord("empty")) {
            return (data, start, length) -> Verdict.of(length == 0);
        }
        if (operator == Operator.EQUAL) {
            Needle needle = Needle.exact(operand.text());
            return (data, start, length) -> Verdict.of(length >= 0 && needle.equalTo(data, start, start + length));
        }
        Needle needle = operand.quoted() ? Needle.exact(operand.text()) : Needle.ignoringCase(operand.text());
        return (data, start, length) -> Verdict.of(length >= 0 && needle.occursIn(data, start, start + length));
    }

    private static BytesPredicate notEqual(Operand operand) {
        BytesPredicate equal = of(Operator.EQUAL, operand);
        boolean nullCounts = operand.isWord("empty");
        return (data, start, length) -> length < 0 && !nullCounts
                ? Verdict.NO_MATCH
                : equal.test(data, start, length).negated();
    }

    private static BytesPredicate ofRegex(Regex regex, boolean whole) {
        return (data, start, length) -> {
            if (length < 0) {
                return Verdict.NO_MATCH;
            }
            return whole ? regex.matchesWhole(data, start, start + length) : regex.find(data, start, start + length);
        };
    }

    private static BytesPredicate ordered(Operator operator, Operand operand) {
        BigDecimal number = operand.number();
        byte[] text = operand.text().getBytes(StandardCharsets.UTF_8);
        return (data, start, length) -> {
            if (length < 0) {
                return Verdict.NO_MATCH;
            }
            if (number == null) {
                int comparison = Arrays.compareUnsigned(data, start, start + length, text, 0, text.length);
                return Verdict.of(operator.holds(comparison));
            }
            BigDecimal found = numberIn(data, start, length);
            return Verdict.of(found != null && operator.holds(found.compareTo(number)));
        };
    }

    private static @Nullable BigDecimal numberIn(byte[] data, int start, int length) {
        return length > Operand.LONGEST_NUMBER
                ? null
                : Operand.numberOf(new String(data, start, length, StandardCharsets.ISO_8859_1));
    }
}
