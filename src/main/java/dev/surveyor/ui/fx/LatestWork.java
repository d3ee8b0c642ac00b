package dev.surveyor.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work off the JavaFX thread of which only what was asked for last counts: what was asked for before is given up, and
 * its result or failure passed over should it still come. What fails is written to the log and handed to whoever asked,
 * so that nothing says for ever that it is being done. For the JavaFX thread only.
 */
public final class LatestWork {

    private static final Logger LOG = LoggerFactory.getLogger(LatestWork.class);

    private final Executor background;
    private final UiExecutor ui;
    private final AtomicInteger turn = new AtomicInteger();
    private boolean busy;

    /** Something that may take long; for any thread. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {

        /**
         * Returns what it comes to.
         *
         * @param givenUp whether nobody waits for it any more
         */
        T run(BooleanSupplier givenUp);
    }

    /**
     * @param background runs the work
     * @param ui runs what follows from it
     */
    public LatestWork(Executor background, UiExecutor ui) {
        this.background = background;
        this.ui = ui;
    }

    /**
     * Begins the work, in place of what was begun before.
     *
     * @param done called later on the JavaFX thread with the result
     * @param failed called there instead with what the work threw, and with what {@code done} threw
     */
    public <T extends @Nullable Object> void start(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        int mine = turn.incrementAndGet();
        busy = true;
        try {
            background.execute(() -> run(mine, work, done, failed));
        } catch (RejectedExecutionException closed) {
            ui.execute(() -> fail(mine, closed, failed));
        }
    }

    /** Gives up what was begun. */
    public void cancel() {
        turn.incrementAndGet();
        busy = false;
    }

    /** Returns whether something was begun that has neither ended nor been given up. */
    public boolean busy() {
        return busy;
    }

    private <T extends @Nullable Object> void run(
            int mine, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        if (mine != turn.get()) {
            return;
        }
        T result;
        try {
            result = work.run(() -> mine != turn.get());
        } catch (RuntimeException | Error thrown) {
            ui.execute(() -> fail(mine, thrown, failed));
            return;
        }
        ui.execute(() -> end(mine, result, done, failed));
    }

    private <T extends @Nullable Object> void end(int mine, T result, Consumer<T> done, Consumer<Throwable> failed) {
        if (mine != turn.get()) {
            return;
        }
        busy = false;
        try {
            done.accept(result);
        } catch (RuntimeException thrown) {
            fail(turn.get(), thrown, failed);
        }
    }

    private void fail(int mine, Throwable thrown, Consumer<Throwable> failed) {
        if (mine == turn.get()) {
            busy = false;
            LOG.warn("Work off the JavaFX thread failed", thrown);
            failed.accept(thrown);
        }
    }
}
