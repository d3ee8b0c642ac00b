package dev.surveyor.filter.slow;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What something is compared with. */
record SlowOperand(boolean quoted, String text, @Nullable Pattern pattern) {

    boolean isNull() {
        return !quoted && pattern == null && text.equals("null");
    }

    boolean isEmpty() {
        return !quoted && pattern == null && text.equals("empty");
    }

    boolean in(String whole) {
        if (pattern != null) {
            return pattern.matcher(whole).find();
        }
        return quoted ? whole.contains(text) : inAnyCase(whole);
    }

    boolean is(String whole) {
        return pattern != null ? pattern.matcher(whole).matches() : whole.equals(text);
    }

    @Nullable
    BigDecimal number() {
        return quoted || pattern != null ? null : number(text);
    }

    static @Nullable BigDecimal number(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?") ? new BigDecimal(text) : null;
    }

    /** Letters beyond ASCII are never ASCII ones. */
    private boolean inAnyCase(String whole) {
        for (int from = 0; from + text.length() <= whole.length(); from++) {
            boolean same = true;
            for (int i = 0; i < text.length(); i++) {
                same &= sameLetter(whole.charAt(from + i), text.charAt(i));
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameLetter(char a, char b) {
        boolean folded = Character.toUpperCase(a) == Character.toUpperCase(b)
                || Character.toLowerCase(a) == Character.toLowerCase(b);
        return a == b || (folded && (a < 0x80) == (b < 0x80));
    }

    /** Returns whether a key, a value or a header's value passes. */
    boolean passes(byte @Nullable [] bytes, String operator) {
        boolean contains = operator.equals(":") || operator.equals("=");
        if (isNull() && (contains || operator.equals("!="))) {
            return (bytes == null) == contains;
        }
        if (isEmpty() && (contains || operator.equals("!="))) {
            return (bytes != null && bytes.length == 0) == contains;
        }
        return bytes != null && passes(new String(bytes, StandardCharsets.UTF_8), operator);
    }

    /** Returns whether a text passes. */
    boolean passes(String own, String operator) {
        return switch (operator) {
            case ":" -> in(own);
            case "=" -> is(own);
            case "!=" -> !is(own);
            default -> ordered(own, operator);
        };
    }

    private boolean ordered(String own, String operator) {
        BigDecimal wanted = number();
        BigDecimal found = number(own);
        if (wanted != null && found == null) {
            return false;
        }
        int order = (wanted != null && found != null)
                ? found.compareTo(wanted)
                : Arrays.compare(own.codePoints().toArray(), text.codePoints().toArray());
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
