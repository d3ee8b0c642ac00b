package dev.surveyor.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits for a condition with a deadline; tests never sleep for a fixed time. It asks often at first and then ever more
 * rarely: what takes long is not made slower by the questions.
 */
public final class Await {

    private static final long FIRST_PAUSE_MS = 5;
    private static final long LONGEST_PAUSE_MS = 200;

    private Await() {}

    /** Returns when the condition holds; fails with the sentence when it does not within the limit. */
    public static void until(String sentence, Duration limit, Callable<Boolean> condition) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE_MS;
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("not within " + limit.toMillis() + " ms: " + sentence);
                }
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause + pause / 4 + 1);
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
