package dev.surveyor.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition with a deadline; tests never sleep for a fixed time. */
public final class Await {

    private static final long BETWEEN_TRIES_MS = 20;

    private Await() {}

    /** Returns when the condition holds; fails with the sentence when it does not within the limit. */
    public static void until(String sentence, Duration limit, Callable<Boolean> condition) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("not within " + limit.toMillis() + " ms: " + sentence);
                }
                Thread.sleep(BETWEEN_TRIES_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting: " + sentence, interrupted);
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Exception fault) {
            throw new AssertionError(sentence, fault);
        }
    }
}
