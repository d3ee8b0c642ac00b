package dev.surveyor.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Waits for a broker that starts, as long as it gets on: a machine with other work is slow, not broken. Gives up when
 * nothing of the broker has moved for a while, or when it works and works and never answers.
 *
 * @param quiet so long nothing may move
 * @param longest so long it may take in all
 * @param betweenLooks so often it is looked whether something moved
 * @param nanoTime as {@link System#nanoTime()}
 */
record StartPatience(Duration quiet, Duration longest, Duration betweenLooks, LongSupplier nanoTime) {

    /** What a slow machine needs. */
    static final StartPatience USUAL =
            new StartPatience(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofMillis(250), System::nanoTime);

    /** The same, except that less is waited for something that moves. */
    StartPatience quiet(Duration shorter) {
        return new StartPatience(shorter, longest, betweenLooks, nanoTime);
    }

    /**
     * Returns when the milestone is reached.
     *
     * @param traces what the broker has left so far; it gets on while that changes
     * @throws StartStuck when it does not get on
     */
    void await(CompletableFuture<Void> milestone, Supplier<BrokerTraces> traces)
            throws InterruptedException, ExecutionException, StartStuck {
        long begin = nanoTime.getAsLong();
        long moved = begin;
        BrokerTraces before = traces.get();
        while (true) {
            try {
                milestone.get(betweenLooks.toNanos(), TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException notYet) {
                long now = nanoTime.getAsLong();
                BrokerTraces after = traces.get();
                if (after.differsFrom(before)) {
                    before = after;
                    moved = now;
                }
                Duration waited = Duration.ofNanos(now - begin);
                Duration still = Duration.ofNanos(now - moved);
                if (still.compareTo(quiet) >= 0 || waited.compareTo(longest) >= 0) {
                    throw new StartStuck(waited, still);
                }
            }
        }
    }

    /** A broker that lives and does not answer. */
    static final class StartStuck extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Duration waited;
        private final transient Duration still;

        StartStuck(Duration waited, Duration still) {
            super("no answer after " + waited + ", nothing moved for " + still);
            this.waited = waited;
            this.still = still;
        }

        /** Returns how long it was waited for. */
        Duration waited() {
            return waited;
        }

        /** Returns how long nothing of it has moved. */
        Duration still() {
            return still;
        }
    }
}
