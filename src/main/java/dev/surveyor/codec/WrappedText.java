package dev.surveyor.codec;

import java.util.Arrays;

/**
 * A text as lines of at most so many characters, found by their numbers: a line costs four bytes until it is asked for,
 * so that a text of 20 MB can be shown at once. Never changes; for any thread.
 */
public final class WrappedText {

    private final String text;
    private final int[] starts;
    private final int count;

    private WrappedText(String text, int[] starts, int count) {
        this.text = text;
        this.starts = starts;
        this.count = count;
    }

    /** Breaks at line ends, and after so many characters where none comes before; surrogate pairs stay together. */
    public static WrappedText of(String text, int columns) {
        int[] starts = new int[Math.max(16, text.length() / columns + 16)];
        int count = 1;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean end = text.charAt(at) == '\n';
            boolean full = at - from >= columns && !Character.isLowSurrogate(text.charAt(at));
            if (end || full) {
                from = end ? at + 1 : at;
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = from;
            }
        }
        return new WrappedText(text, starts, count);
    }

    /** Returns the whole text. */
    public String text() {
        return text;
    }

    public int lineCount() {
        return count;
    }

    /** Returns a line by its number, from 0, without its line end. */
    public String line(int number) {
        return text.substring(start(number), end(number));
    }

    /** Returns the index in the text of the first character of a line. */
    public int start(int number) {
        return starts[number];
    }

    /** Returns the index in the text after the last character of a line, its line end not counted. */
    public int end(int number) {
        int next = number + 1 < count ? starts[number + 1] : text.length();
        boolean lineEnd = next > starts[number] && number + 1 < count && text.charAt(next - 1) == '\n';
        return lineEnd ? next - 1 : next;
    }

    /** Returns the number of the line in which a character is, by the character's index. */
    public int lineAt(int index) {
        int found = Arrays.binarySearch(starts, 0, count, index);
        return found >= 0 ? found : -found - 2;
    }
}
