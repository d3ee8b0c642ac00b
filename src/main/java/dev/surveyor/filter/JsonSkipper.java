package dev.surveyor.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Moves over the parts of a JSON document where its bytes lie. It knows plain ones only, and says so where a part is
 * not: an escape of four digits, bytes that may not be UTF-8, deep nesting, or what is no JSON at all.
 */
class JsonSkipper {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final int DEEPEST = 64;

    /** Past every end. */
    private static final int NOT_PLAIN = Integer.MAX_VALUE;

    final byte[] data;
    final int end;

    /** The index of the next byte. */
    int at;

    JsonSkipper(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
    }

    /** Moves past a value; false where it is not plain. */
    final boolean skipValue(int depth) {
        skipSpace();
        if (at >= end || depth > DEEPEST) {
            return false;
        }
        return switch (data[at]) {
            case '"' -> skipString(true);
            case '{' -> skipAll(depth, '}', true);
            case '[' -> skipAll(depth, ']', false);
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        };
    }

    final boolean skipAll(int depth, char close, boolean named) {
        at++;
        skipSpace();
        if (at < end && data[at] == close) {
            at++;
            return true;
        }
        while (true) {
            if (named && (at >= end || data[at] != '"' || !skipString(true) || !skip(':'))) {
                return false;
            }
            if (!skipValue(depth + 1)) {
                return false;
            }
            skipSpace();
            if (at >= end || (data[at] != ',' && data[at] != close)) {
                return false;
            }
            if (data[at++] == close) {
                return true;
            }
            skipSpace();
        }
    }

    final boolean skipString(boolean escapes) {
        int i = at + 1;
        while (true) {
            i = nextSpecial(i);
            if (i >= end) {
                return false;
            }
            byte octet = data[i];
            if (octet == '"') {
                at = i + 1;
                return true;
            }
            if (octet < 0) {
                i = afterBeyondAscii(i);
            } else {
                i = octet == '\\' && escapes ? afterEscape(i) : NOT_PLAIN;
            }
        }
    }

    /**
     * Returns the index of the first byte from here that is a quote, a backslash, a control character or beyond ASCII.
     * Looks at eight bytes at a time: of the bits that mark such bytes in a word, the lowest is never wrong.
     */
    private int nextSpecial(int from) {
        int i = from;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(data, i);
            long quotes = word ^ '"' * ONES;
            long backslashes = word ^ '\\' * ONES;
            long special = (((quotes - ONES) & ~quotes)
                            | ((backslashes - ONES) & ~backslashes)
                            | ((word - 0x20 * ONES) & ~word)
                            | word)
                    & TOPS;
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >> 3);
            }
        }
        while (i < end && data[i] >= 0x20 && data[i] != '"' && data[i] != '\\') {
            i++;
        }
        return i;
    }

    private int afterEscape(int from) {
        boolean plain = from + 1 < end && "\"\\/bfnrt".indexOf(data[from + 1]) >= 0;
        return plain ? from + 2 : NOT_PLAIN;
    }

    /** Returns the index after one character of several bytes, if it is valid beyond doubt. */
    private int afterBeyondAscii(int from) {
        int first = data[from] & 0xff;
        int more = first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe1 && first <= 0xec ? 2 : 0;
        if (more == 0 || from + more >= end) {
            return NOT_PLAIN;
        }
        for (int i = 1; i <= more; i++) {
            if ((data[from + i] & 0xc0) != 0x80) {
                return NOT_PLAIN;
            }
        }
        return from + more + 1;
    }

    final boolean skipWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || data[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return endsHere();
    }

    final boolean skipNumber() {
        if (at < end && data[at] == '-') {
            at++;
        }
        if (at < end && data[at] == '0') {
            at++;
        } else if (!skipDigits()) {
            return false;
        }
        if (at < end && data[at] == '.') {
            at++;
            if (!skipDigits()) {
                return false;
            }
        }
        if (at < end && (data[at] | 0x20) == 'e') {
            at++;
            if (at < end && (data[at] == '+' || data[at] == '-')) {
                at++;
            }
            if (!skipDigits()) {
                return false;
            }
        }
        return endsHere();
    }

    final boolean skipDigits() {
        int from = at;
        while (at < end && data[at] >= '0' && data[at] <= '9') {
            at++;
        }
        return at > from;
    }

    /** Returns whether a number or a word can end before this byte; the end of the bytes is left to the parser. */
    private boolean endsHere() {
        if (at >= end) {
            return false;
        }
        byte octet = data[at];
        return octet == ',' || octet == '}' || octet == ']' || isSpace(octet);
    }

    final boolean skip(char wanted) {
        skipSpace();
        if (at >= end || data[at] != wanted) {
            return false;
        }
        at++;
        return true;
    }

    final void skipSpace() {
        while (at < end && isSpace(data[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
    }
}
