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
        boolean letterBeyondAscii = text.codePoints()
                .anyMatch(c -> c >= 0x80 && (Character.toLowerCase(c) != c || Character.toUpperCase(c) != c));
        return letterBeyondAscii
                ? new UnicodeNeedle(text)
                : new ByteNeedle(text.getBytes(StandardCharsets.UTF_8), true);
    }
}
