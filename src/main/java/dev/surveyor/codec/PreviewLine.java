package dev.surveyor.codec;

/** Collects the characters of a {@link Preview}: one line, white space of JSON left out, no room taken past the limit. */
final class PreviewLine {

    private final StringBuilder out;
    private final int maxLength;
    private final boolean json;
    private boolean inString;
    private boolean escaped;
    private boolean overflow;
    private int errors;
    private int controls;
    private int firstError = -1;

    PreviewLine(int maxLength, boolean json) {
        this.out = new StringBuilder(Math.min(maxLength, Preview.DEFAULT_LENGTH) + 8);
        this.maxLength = maxLength;
        this.json = json;
    }

    void add(int point) {
        boolean string = inString;
        followString(point);
        boolean space = point == ' ' || point == '\n' || point == '\r' || point == '\t';
        if (json && !string && space) {
            return;
        }
        boolean control = Utf8Text.isControl(point);
        if (control) {
            controls++;
        }
        if (out.length() >= maxLength) {
            overflow = true;
        } else if (control) {
            Utf8Text.appendEscape(out, point);
        } else if (point == '\n') {
            out.append('↵');
        } else if (point == '\t') {
            out.append(' ');
        } else if (point != '\r') {
            appendVisible(point);
        }
    }

    void addBad(int octet, int at) {
        firstError = errors == 0 ? at : firstError;
        errors++;
        if (out.length() < maxLength) {
            Utf8Text.appendEscape(out, octet);
        }
    }

    int errors() {
        return errors;
    }

    int controls() {
        return controls;
    }

    int firstError() {
        return firstError;
    }

    String text(boolean moreBytes) {
        return overflow || moreBytes ? out.append('…').toString() : out.toString();
    }

    private void followString(int point) {
        if (escaped) {
            escaped = false;
        } else if (inString && point == '\\') {
            escaped = true;
        } else if (point == '"') {
            inString = !inString;
        }
    }

    /** Characters that turn the writing direction would make the row lie about its bytes, so they are written out. */
    private void appendVisible(int point) {
        boolean turnsDirection = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
        if (turnsDirection || point == 0x2028 || point == 0x2029) {
            out.append(String.format("\\u%04X", point));
        } else {
            out.appendCodePoint(point);
        }
    }
}
