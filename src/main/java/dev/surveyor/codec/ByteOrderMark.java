package dev.surveyor.codec;

/**
 * The byte order mark of UTF-8, {@code EF BB BF}, which some writers put before JSON and XML. It says nothing about the
 * document and is passed over where one is read; before any other text it is a character of that text.
 */
public final class ByteOrderMark {

    private static final int LENGTH = 3;

    private ByteOrderMark() {}

    /** Returns how many bytes to pass over before what begins as JSON or XML: 3 for a mark, else 0. */
    public static int lengthIn(byte[] data, int start, int length) {
        if (length <= LENGTH
                || data[start] != (byte) 0xef
                || data[start + 1] != (byte) 0xbb
                || data[start + 2] != (byte) 0xbf) {
            return 0;
        }
        int at = start + LENGTH;
        int end = start + length;
        while (at < end && (data[at] == ' ' || data[at] == '\n' || data[at] == '\r' || data[at] == '\t')) {
            at++;
        }
        boolean document = at < end && (data[at] == '{' || data[at] == '[' || data[at] == '<');
        return document ? LENGTH : 0;
    }

    /** Returns what follows the mark of a JSON or XML document, or all of the bytes. */
    public static Slice passedIn(Slice bytes) {
        int length = lengthIn(bytes.data(), bytes.start(), bytes.length());
        return length == 0 ? bytes : bytes.from(length);
    }
}
