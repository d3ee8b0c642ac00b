package dev.surveyor.filter;

/**
 * Why a text is no filter.
 *
 * @param column of the character at which it fails, from 1; one past the end where something is missing there
 * @param expected what would have been right at that place
 * @param message the whole sentence, without the column
 */
public record FilterError(int column, String expected, String message) {

    @Override
    public String toString() {
        return "col " + column + ": " + message;
    }
}
