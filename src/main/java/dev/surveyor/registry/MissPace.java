package dev.surveyor.registry;

import java.util.concurrent.TimeUnit;

/**
 * How fast schemas may be asked for that may not exist: some at once, then a few a second. A question whose answer is a
 * schema costs nothing in the end. Used under the lock of its owner.
 */
final class MissPace {

    /** How many may be asked for at once. */
    static final int AT_ONCE = 8;

    private static final long NANOS_FOR_ONE = TimeUnit.MILLISECONDS.toNanos(250);

    private long credit = AT_ONCE * NANOS_FOR_ONE;
    private long seen;

    MissPace(long now) {
        seen = now;
    }

    /** Returns how long the next question has to wait; zero or less for not at all. */
    long nanosUntilNext(long now) {
        credit = Math.min(AT_ONCE * NANOS_FOR_ONE, credit + Math.max(0, now - seen));
        seen = now;
        return NANOS_FOR_ONE - credit;
    }

    /** A question is asked. */
    void begin(long now) {
        long unused = nanosUntilNext(now);
        credit -= NANOS_FOR_ONE;
    }

    /** The answer to a question is no miss. */
    void notMissing() {
        credit = Math.min(AT_ONCE * NANOS_FOR_ONE, credit + NANOS_FOR_ONE);
    }

    /** The user asks for all anew. */
    void refill(long now) {
        seen = now;
        credit = AT_ONCE * NANOS_FOR_ONE;
    }
}
