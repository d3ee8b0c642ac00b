package dev.surveyor.codec;

/** A text that tells each time that a character of it is looked at, to end an expression that looks too often. */
public abstract class CountedText implements CharSequence {

    private final String text;

    protected CountedText(String text) {
        this.text = text;
    }

    /** A character is looked at. Throws where that is once too often. */
    protected abstract void look();

    @Override
    public final char charAt(int index) {
        look();
        return text.charAt(index);
    }

    @Override
    public final int length() {
        return text.length();
    }

    /** Returns a part of the text, which does not count. */
    @Override
    public final CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public final String toString() {
        return text;
    }
}
