package dev.surveyor.kafka.produce;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners, in order, on one thread of its own: a listener that is slow or that throws can neither hold up the
 * client's network thread nor lose a later report.
 */
final class ReportThread {

    private static final Logger LOG = LoggerFactory.getLogger(ReportThread.class);

    private final Consumer<Runnable> starter;
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
    private final AtomicBoolean started = new AtomicBoolean();

    /** Touched by the thread alone. */
    private boolean ended;

    /**
     * Tells nobody yet.
     *
     * @param starter starts the thread, with the first report
     */
    ReportThread(Consumer<Runnable> starter) {
        this.starter = starter;
    }

    void tell(Runnable report) {
        reports.add(report);
        if (started.compareAndSet(false, true)) {
            starter.accept(this::run);
        }
    }

    /** Ends the thread once all that was told before has been passed on. */
    void end() {
        tell(() -> ended = true);
    }

    private void run() {
        try {
            while (!ended) {
                pass(reports.take());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Runnable report) {
        try {
            report.run();
        } catch (RuntimeException fault) {
            LOG.error("A listener of delivery reports failed", fault);
        }
    }
}
