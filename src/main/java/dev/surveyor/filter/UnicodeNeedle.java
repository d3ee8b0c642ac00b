package dev.surveyor.filter;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Looks for a text with letters beyond ASCII in capital or small letters, which needs the bytes decoded. */
final class UnicodeNeedle implements Needle {

    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\p{ASCII}]+");

    private final FoldedText text;
    private final ByteNeedle asciiRun;

    UnicodeNeedle(String text) {
        this.text = new FoldedText(text);
        String longest = BEYOND_ASCII
                .splitAsStream(text)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        this.asciiRun = new ByteNeedle(longest.getBytes(StandardCharsets.US_ASCII), true);
    }

    @Override
    public boolean occursIn(byte[] data, int from, int to) {
        if (!asciiRun.occursIn(data, from, to)) {
            return false;
        }
        return text.occursIn(decode(data, from, to));
    }

    @Override
    public boolean equalTo(byte[] data, int from, int to) {
        return text.equalTo(decode(data, from, to));
    }

    private static String decode(byte[] data, int from, int to) {
        return new String(data, from, to - from, StandardCharsets.UTF_8);
    }
}
