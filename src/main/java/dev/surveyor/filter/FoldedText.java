package dev.surveyor.filter;

/**
 * A text that is looked for in capital or small letters. Each character stands for itself: letters beyond ASCII never
 * stand for ASCII ones, so that a search in the bytes and one in the decoded text find the same.
 */
final class FoldedText {

    private final char[] folded;

    FoldedText(String text) {
        this.folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
    }

    /** Returns whether the text occurs in this one. */
    boolean occursIn(String text) {
        int last = text.length() - folded.length;
        for (int at = 0; at <= last; at++) {
            if (isAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the text is this one. */
    boolean equalTo(String text) {
        return text.length() == folded.length && isAt(text, 0);
    }

    private boolean isAt(String text, int at) {
        for (int i = 0; i < folded.length; i++) {
            if (fold(text.charAt(at + i)) != folded[i]) {
                return false;
            }
        }
        return true;
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        char small = Character.toLowerCase(Character.toUpperCase(c));
        return small < 0x80 ? c : small;
    }
}
