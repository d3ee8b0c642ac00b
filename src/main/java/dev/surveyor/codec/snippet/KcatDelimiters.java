package dev.surveyor.codec.snippet;

import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;

/**
 * What separates key, value and the next message on the input of kcat, chosen so that kcat finds each where it was put.
 *
 * @param key after the key
 * @param message after the value
 */
record KcatDelimiters(String key, String message) {

    private static final String KEY_CHOICES = ":|;,#~^";
    private static final int MOST_TRIES = 10_000;

    static KcatDelimiters of(Slice key, Slice value, boolean keyed) {
        String afterKey = keyed ? afterKey(key) : "";
        byte[] input = concat(key.bytes(), afterKey.getBytes(StandardCharsets.US_ASCII), value.bytes());
        if (endsAt(input, "\n")) {
            return new KcatDelimiters(afterKey, "\n");
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            String choice = "|#end" + i + "#|";
            if (endsAt(input, choice)) {
                return new KcatDelimiters(afterKey, choice);
            }
        }
        throw new IllegalArgumentException("the record holds each of " + MOST_TRIES + " delimiters");
    }

    private static String afterKey(Slice key) {
        byte[] bytes = key.bytes();
        for (int i = 0; i < KEY_CHOICES.length(); i++) {
            String choice = KEY_CHOICES.substring(i, i + 1);
            if (endsAt(bytes, choice)) {
                return choice;
            }
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            String choice = "|#key" + i + "#|";
            if (endsAt(bytes, choice)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("the key holds each of " + MOST_TRIES + " delimiters");
    }

    /** Returns whether the delimiter, put after the bytes, is first found there and not before. */
    private static boolean endsAt(byte[] bytes, String delimiter) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1) + delimiter;
        return all.indexOf(delimiter) == bytes.length;
    }

    private static byte[] concat(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
