package dev.surveyor.realwindow;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * How long the JavaFX thread was held at most by one thing after another. It counts what the thread computed, not what it
 * waited for, so that a machine which is busy with something else changes little.
 */
final class ThreadHold {

    private static final int EVERY_MILLIS = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean asked = new AtomicBoolean();
    private long last;

    /** Measures from now on. */
    void begin() {
        Thread asking = new Thread(this::ask, "hold-probe");
        asking.setDaemon(true);
        asking.start();
    }

    private void ask() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                if (asked.compareAndSet(false, true)) {
                    Platform.runLater(this::measure);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure() {
        long now = threads.getCurrentThreadCpuTime();
        if (last > 0) {
            longest.accumulateAndGet(now - last, Math::max);
        }
        last = now;
        asked.set(false);
    }

    /** Returns the longest since the last time that this was asked, in milliseconds. */
    long millis() {
        return longest.getAndSet(0) / 1_000_000;
    }
}
