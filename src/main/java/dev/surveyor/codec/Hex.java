package dev.surveyor.codec;

/** Bytes as hexadecimal digits. */
public final class Hex {

    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private Hex() {}

    /** Appends the two digits of a byte, capital letters. */
    public static void append(StringBuilder out, int octet) {
        out.append(DIGITS[(octet >> 4) & 0xf]).append(DIGITS[octet & 0xf]);
    }

    /** Returns the first bytes as {@code 00 1F A0}, with an ellipsis where there are more. */
    public static String spaced(Slice bytes, int maxBytes) {
        int count = Math.min(bytes.length(), maxBytes);
        StringBuilder out = new StringBuilder(count * 3 + 2);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.append(' ');
            }
            append(out, bytes.at(i));
        }
        return count < bytes.length() ? out.append(" …").toString() : out.toString();
    }

    /** Returns all bytes as digits without a gap, for a copy that can be read back. */
    public static String plain(Slice bytes) {
        StringBuilder out = new StringBuilder(bytes.length() * 2);
        for (int i = 0; i < bytes.length(); i++) {
            append(out, bytes.at(i));
        }
        return out.toString();
    }
}
