package dev.surveyor.codec;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes as Base64 (RFC 4648, with padding).
 *
 * @param text the characters, without line breaks
 * @param shownBytes how many bytes it stands for
 * @param totalBytes how many there are
 */
public record Base64Text(String text, int shownBytes, int totalBytes) {

    /** Encodes at most that many bytes, rounded down to whole groups of three where it has to cut. */
    public static Base64Text of(Slice bytes, int maxBytes) {
        Slice shown = bytes.length() <= maxBytes ? bytes : bytes.first(maxBytes - maxBytes % 3);
        byte[] encoded = Base64.getEncoder().encode(shown.bytes());
        return new Base64Text(new String(encoded, StandardCharsets.ISO_8859_1), shown.length(), bytes.length());
    }

    public boolean complete() {
        return shownBytes == totalBytes;
    }
}
