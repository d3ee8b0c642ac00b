package dev.surveyor.filter;

/** Carries an error out of the parser; never leaves the package. */
final class FilterSyntaxException extends Exception {

    private final transient FilterError error;

    FilterSyntaxException(FilterError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    FilterError error() {
        return error;
    }
}
