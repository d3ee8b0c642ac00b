package dev.surveyor.filter;

import java.nio.charset.StandardCharsets;

/** A text to look for in raw bytes. */
interface Needle {

    /** Returns whether the text occurs in the bytes from {@code from} to before {@code to}. */
    boolean occursIn(byte[] data, int from, int to);

    /** Returns whether the bytes from {@code from} to before {@code to} are the text and nothing else. */
    boolean equalTo(byte[] data, int from, int to);

    /** Returns a search for exactly this text, in UTF-8. */
    static ByteNeedle exact(String text) {
        return new ByteNeedle(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Returns a search for this text in capital or small letters. */
    static Needle ignoringCase(String text) {
        return text.codePoints().anyMatch(Needle::hasCaseBeyondAscii)
                ? new UnicodeNeedle(text)
                : new ByteNeedle(text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** The German sharp s is its own capital letter to Java; a newer one of its own becomes it when made small. */
    private static boolean hasCaseBeyondAscii(int c) {
        return c >= 0x80 && (c == 'ß' || Character.toLowerCase(c) != c || Character.toUpperCase(c) != c);
    }
}
