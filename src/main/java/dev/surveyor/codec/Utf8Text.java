package dev.surveyor.codec;

/**
 * Bytes read as UTF-8. What is not UTF-8 is kept visible as {@code \xE9}, never replaced by a question mark.
 *
 * @param text the characters; line breaks and tabs are kept, other control characters are written {@code \x00}
 * @param firstError the index of the first byte that is not UTF-8, -1 for none
 * @param errors how many bytes are not UTF-8, in the part that is shown
 * @param controls how many control characters there are beside line breaks and tabs
 * @param shownBytes how many bytes were read
 * @param totalBytes how many there are
 */
public record Utf8Text(String text, int firstError, int errors, int controls, int shownBytes, int totalBytes) {

    /** Reads at most that many bytes; a code point that the cut would split is left out. */
    public static Utf8Text of(Slice bytes, int maxBytes) {
        int end = bytes.start() + Math.min(bytes.length(), maxBytes);
        boolean cut = end < bytes.end();
        StringBuilder out = new StringBuilder(end - bytes.start());
        Utf8Reader reader = new Utf8Reader(bytes.data(), bytes.start(), end);
        int firstError = -1;
        int errors = 0;
        int controls = 0;
        while (reader.hasNext() && !(cut && reader.cutAtEnd())) {
            int at = reader.position();
            int point = reader.next();
            if (point == Utf8Reader.BAD) {
                firstError = errors == 0 ? at - bytes.start() : firstError;
                errors++;
                appendEscape(out, reader.badByte());
            } else if (isControl(point)) {
                controls++;
                appendEscape(out, point);
            } else {
                out.appendCodePoint(point);
            }
        }
        int shown = reader.position() - bytes.start();
        return new Utf8Text(out.toString(), firstError, errors, controls, shown, bytes.length());
    }

    public boolean complete() {
        return shownBytes == totalBytes;
    }

    public boolean valid() {
        return errors == 0;
    }

    /** Returns whether so much is not text that hexadecimal tells more: a zero byte, or errors and control characters. */
    static boolean looksBinary(int errors, int controls, int bytes) {
        boolean manyErrors = errors * 10L > bytes * 3L;
        return manyErrors || (controls > 0 && (errors > 0 || controls * 10L > bytes));
    }

    static boolean isControl(int point) {
        return (point < 0x20 && point != '\n' && point != '\r' && point != '\t') || point == 0x7f;
    }

    static void appendEscape(StringBuilder out, int octet) {
        out.append("\\x");
        Hex.append(out, octet);
    }
}
