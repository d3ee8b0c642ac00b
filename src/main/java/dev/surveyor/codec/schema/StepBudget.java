package dev.surveyor.codec.schema;

/** How much a check may still do. Used by one thread at a time. */
final class StepBudget {

    private static final int STEPS = 20_000_000;

    private int left;

    /** Ends a check that did too much. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("too many steps", null, false, false);
        }
    }

    void refill() {
        left = STEPS;
    }

    void spend(int steps) {
        left -= steps;
        if (left < 0) {
            throw new SpentException();
        }
    }
}
