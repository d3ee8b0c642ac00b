package dev.surveyor.filter;

/**
 * Why a text is no filter.
 *
 * @param column of the character at which it fails, from 1; one past the end where something is missing there
 * @param expected what would have been right at that place
 * @param message the whole sentence, without the column
 * @param unfinished whether only the end is missing, so that typing on can make a filter of the text
 */
public record FilterError(int column, String expected, String message, boolean unfinished) {

    /** Returns what an unfinished text goes on with, with the column: {@code col 14: goes on: a value after =}. */
    public String continuation() {
        return "col " + column + ": goes on: " + expected;
    }

    @Override
    public String toString() {
        return "col " + column + ": " + message;
    }
}
