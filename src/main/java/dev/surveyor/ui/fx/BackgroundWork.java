package dev.surveyor.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work off the JavaFX thread that is done to its end whatever else begins, such as writing a file. Where only what was
 * asked for last counts, {@link LatestWork} is right. For the JavaFX thread only.
 */
public final class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final Executor background;
    private final UiExecutor ui;

    /**
     * @param background runs the work
     * @param ui runs what follows from it
     */
    public BackgroundWork(Executor background, UiExecutor ui) {
        this.background = background;
        this.ui = ui;
    }

    /**
     * Begins the work.
     *
     * @param work for any thread
     * @param done called later on the JavaFX thread with the result
     * @param failed called there instead with what the work threw, and with what {@code done} threw
     */
    public <T extends @Nullable Object> void start(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            background.execute(() -> run(work, done, failed));
        } catch (RejectedExecutionException closed) {
            ui.execute(() -> fail(closed, failed));
        }
    }

    private <T extends @Nullable Object> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        T result;
        try {
            result = work.call();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            ui.execute(() -> failed.accept(ended));
            return;
        } catch (Exception | Error thrown) {
            ui.execute(() -> fail(thrown, failed));
            return;
        }
        ui.execute(() -> {
            try {
                done.accept(result);
            } catch (RuntimeException thrown) {
                fail(thrown, failed);
            }
        });
    }

    private static void fail(Throwable thrown, Consumer<Throwable> failed) {
        LOG.warn("Work off the JavaFX thread failed", thrown);
        failed.accept(thrown);
    }
}
