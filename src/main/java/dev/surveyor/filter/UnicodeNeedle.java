package dev.surveyor.filter;

import java.nio.charset.StandardCharsets;

/** Looks for a text with letters beyond ASCII in capital or small letters, which needs the bytes decoded. */
final class UnicodeNeedle implements Needle {

    private final String text;

    UnicodeNeedle(String text) {
        this.text = text;
    }

    @Override
    public boolean occursIn(byte[] data, int from, int to) {
        String decoded = decode(data, from, to);
        int last = decoded.length() - text.length();
        for (int i = 0; i <= last; i++) {
            if (decoded.regionMatches(true, i, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equalTo(byte[] data, int from, int to) {
        return decode(data, from, to).equalsIgnoreCase(text);
    }

    private static String decode(byte[] data, int from, int to) {
        return new String(data, from, to - from, StandardCharsets.UTF_8);
    }
}
