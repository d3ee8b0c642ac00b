package dev.surveyor.codec;

/** Writes JSON tokens with one field a line, up to a number of characters. */
final class JsonWriter {

    private static final int DEEPEST_INDENT = 40;
    private static final int REST_LIMIT = 64 * 1024;

    private final StringBuilder out = new StringBuilder();
    private final long maxChars;
    private int depth;
    private boolean afterName;
    private boolean afterOpen;
    private long readBytes;

    JsonWriter(long maxChars) {
        this.maxChars = maxChars;
    }

    /** Returns whether no more may be written. */
    boolean full() {
        return out.length() >= maxChars;
    }

    void readTo(long byteOffset) {
        readBytes = byteOffset;
    }

    int readBytes() {
        return (int) Math.min(readBytes, Integer.MAX_VALUE);
    }

    void open(char bracket) {
        before();
        out.append(bracket);
        depth++;
        afterOpen = true;
    }

    void close(char bracket) {
        depth--;
        if (!afterOpen) {
            newLine();
        }
        out.append(bracket);
        afterOpen = false;
    }

    void name(String name) {
        before();
        quote(out, name);
        out.append(": ");
        afterName = true;
    }

    void string(String text) {
        before();
        quote(out, text);
    }

    /** Writes a number, true, false or null as it was sent. */
    void literal(String text) {
        before();
        out.append(text);
    }

    /** Appends the bytes that could not be read as tokens. */
    void rest(Slice bytes) {
        if (bytes.length() > 0) {
            before();
            out.append(Utf8Text.of(bytes, REST_LIMIT).text());
        }
    }

    String text(boolean cut) {
        return cut ? out.append('…').toString() : out.toString();
    }

    private void before() {
        if (afterName) {
            afterName = false;
        } else if (depth > 0) {
            if (!afterOpen) {
                out.append(',');
            }
            newLine();
        } else if (out.length() > 0) {
            out.append('\n');
        }
        afterOpen = false;
    }

    private void newLine() {
        out.append('\n');
        for (int i = Math.min(depth, DEEPEST_INDENT); i > 0; i--) {
            out.append("  ");
        }
    }

    /** Appends a JSON string with its quotes; what cannot be seen or turns the writing direction is escaped. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendChar(out, text, i, c);
            }
        }
        out.append('"');
    }

    private static void appendChar(StringBuilder out, String text, int index, char c) {
        boolean hidden = c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || c == 0xfeff;
        boolean turnsDirection = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        if (hidden || turnsDirection || loneSurrogate(text, index, c)) {
            out.append("\\u");
            Hex.append(out, c >> 8);
            Hex.append(out, c);
        } else {
            out.append(c);
        }
    }

    private static boolean loneSurrogate(String text, int index, char c) {
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
