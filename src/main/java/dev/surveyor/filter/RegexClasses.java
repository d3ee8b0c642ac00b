package dev.surveyor.filter;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The characters that classes of a regular expression stand for, as bytes; drawn too large rather than too small. */
final class RegexClasses {

    private RegexClasses() {}

    /** Returns the class after a backslash, or the control character; null where it is neither. */
    static @Nullable ByteSet escaped(char c) {
        return switch (c) {
            case 'd' -> digits();
            case 'D' -> digits().others();
            case 'w' -> words();
            case 'W' -> words().others();
            case 's' -> spaces();
            case 'S' -> spaces().others();
            case 'h', 'H', 'v', 'V' -> ByteSet.anything();
            case 't' -> ByteSet.of('\t');
            case 'n' -> ByteSet.of('\n');
            case 'r' -> ByteSet.of('\r');
            case 'f' -> ByteSet.of('\f');
            case 'a' -> ByteSet.of(7);
            case 'e' -> ByteSet.of(27);
            default -> null;
        };
    }

    /** Returns a character of ASCII, in both cases where case does not count. */
    static ByteSet letter(char c, boolean anyCase, boolean unicodeCase) {
        BitSet bytes = new BitSet(256);
        add(bytes, c, anyCase);
        if (anyCase && unicodeCase) {
            // The Kelvin sign is a k, and the long s an s.
            bytes.set(0x80, 256);
        }
        return new ByteSet(bytes, 0);
    }

    /**
     * Reads a class in brackets. One with another inside, or with an intersection, is anything.
     *
     * @param from where it begins, after the bracket
     */
    static ByteSet inBrackets(String source, int from, boolean anyCase, boolean unicodeCase) {
        int end = end(source, from);
        boolean negated = source.startsWith("^", from);
        int at = negated ? from + 1 : from;
        BitSet bytes = new BitSet(256);
        if (anyCase && unicodeCase) {
            bytes.set(0, 256);
        }
        String inside = source.substring(at, end - 1);
        boolean strange = inside.contains("[") || inside.contains("&&") || inside.contains("\\");
        if (strange && !simpleEscapes(inside)) {
            return new ByteSet(ByteSet.anything().bytes(), end);
        }
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '\\') {
                c = inside.charAt(++i);
                ByteSet escaped = escaped(c);
                if (escaped != null) {
                    bytes.or(escaped.bytes());
                    continue;
                }
            }
            if (i + 2 < inside.length() && inside.charAt(i + 1) == '-') {
                char last = inside.charAt(i + 2);
                if (last == '\\') {
                    return new ByteSet(ByteSet.anything().bytes(), end);
                }
                for (int each = c; each <= Math.min(last, 0x7f); each++) {
                    add(bytes, (char) each, anyCase);
                }
                beyond(bytes, last);
                i += 2;
            } else {
                add(bytes, c, anyCase);
                beyond(bytes, c);
            }
        }
        if (!negated) {
            return new ByteSet(bytes, end);
        }
        // Without regard to case less is excluded than stands there, never more.
        return anyCase ? new ByteSet(ByteSet.anything().bytes(), end) : new ByteSet(bytes, end).others();
    }

    /** Returns whether only classes that are known and escaped signs stand in the brackets. */
    private static boolean simpleEscapes(String inside) {
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '[' || inside.startsWith("&&", i)) {
                return false;
            }
            if (c == '\\') {
                i++;
                char next = i < inside.length() ? inside.charAt(i) : 'Q';
                boolean range = inside.startsWith("-", i + 1);
                if (range || (Character.isLetterOrDigit(next) && escaped(next) == null)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void add(BitSet bytes, char c, boolean anyCase) {
        if (c < 0x80) {
            bytes.set(c);
            if (anyCase) {
                bytes.set(Character.toLowerCase(c));
                bytes.set(Character.toUpperCase(c));
            }
        }
    }

    private static void beyond(BitSet bytes, char c) {
        if (c >= 0x80) {
            bytes.set(0x80, 256);
        }
    }

    /** Returns the index after the bracket that closes the class; classes inside are passed over. */
    private static int end(String source, int from) {
        int at = source.startsWith("^", from) ? from + 1 : from;
        int depth = 1;
        boolean first = true;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && !first && --depth == 0) {
                return at + 1;
            }
            first = false;
            at++;
        }
        return source.length();
    }

    private static ByteSet digits() {
        BitSet bytes = new BitSet(256);
        bytes.set('0', '9' + 1);
        return new ByteSet(bytes, 0);
    }

    private static ByteSet words() {
        BitSet bytes = (BitSet) digits().bytes().clone();
        bytes.set('a', 'z' + 1);
        bytes.set('A', 'Z' + 1);
        bytes.set('_');
        return new ByteSet(bytes, 0);
    }

    private static ByteSet spaces() {
        return ByteSet.of(' ', '\t', '\n', 11, '\f', '\r');
    }
}
