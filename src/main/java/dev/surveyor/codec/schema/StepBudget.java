package dev.surveyor.codec.schema;

/** How much a check may still do, and how deep it may go. Used by one thread at a time. */
final class StepBudget {

    private static final int STEPS = 20_000_000;
    private static final int MOST_REFERENCES_WITHIN_ANOTHER = 500;

    private final int steps;
    private final int deepest;
    private int left;
    private int depth;

    /** A budget for a document of any usual size. */
    StepBudget() {
        this(STEPS, MOST_REFERENCES_WITHIN_ANOTHER);
    }

    /**
     * Makes a budget for each of any number of checks.
     *
     * @param steps how much one check may do
     * @param deepest how many references it may follow within one another
     */
    StepBudget(int steps, int deepest) {
        this.steps = steps;
        this.deepest = deepest;
    }

    /** Ends a check that did too much. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("too many steps", null, false, false);
        }
    }

    /** Ends a check that goes too deep. */
    static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeepException() {
            super("too deep", null, false, false);
        }
    }

    void refill() {
        left = steps;
        depth = 0;
    }

    void spend(int some) {
        left -= some;
        if (left < 0) {
            throw new SpentException();
        }
    }

    /** A reference is followed. */
    void enter() {
        depth++;
        if (depth > deepest) {
            throw new TooDeepException();
        }
    }

    /** What a reference led to is done. */
    void leave() {
        depth--;
    }
}
