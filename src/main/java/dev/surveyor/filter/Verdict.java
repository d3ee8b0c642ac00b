package dev.surveyor.filter;

/** What a filter says about a record. Undecided is kept apart so that it can be counted: nothing is lost in silence. */
public enum Verdict {
    NO_MATCH,
    /** The record could not be read as the filter needs it, or reading it took too long. */
    UNDECIDED,
    MATCH;

    public static Verdict of(boolean match) {
        return match ? MATCH : NO_MATCH;
    }

    /** Returns the opposite; undecided stays so. */
    public Verdict negated() {
        return switch (this) {
            case MATCH -> NO_MATCH;
            case NO_MATCH -> MATCH;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
