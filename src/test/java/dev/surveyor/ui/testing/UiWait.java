package dev.surveyor.ui.testing;

import dev.surveyor.testing.Await;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Waits for conditions of the window as {@link Await} does. Call from the test thread, never from the JavaFX thread.
 */
public final class UiWait {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private UiWait() {}

    /** Waits until the condition, asked on the JavaFX thread, holds. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /** Waits until the condition, asked on the JavaFX thread, holds, or fails after that long. */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        Await.until(what, patience, () -> onFx(condition::getAsBoolean));
    }

    /** Returns what the work returns, run on the JavaFX thread. */
    public static <T> T onFx(Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE.toSeconds() * 3, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError("failed on the JavaFX thread: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the JavaFX thread does not answer", e);
        }
    }

    /** Runs the work on the JavaFX thread and waits for it. */
    public static void runOnFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until that many frames have been drawn, so that styles and layout are done. */
    public static void frames(int count) {
        CountDownLatch left = new CountDownLatch(count);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
                if (left.getCount() == 0) {
                    stop();
                }
            }
        };
        Platform.runLater(timer::start);
        try {
            if (!left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "no " + count + " frames within " + PATIENCE.toSeconds() + " s\n" + toolkitThreads());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Returns what the threads of the toolkit are doing. */
    private static String toolkitThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("JavaFX Application")
                        || entry.getKey().getName().startsWith("QuantumRenderer"))
                .map(entry -> entry.getKey() + "\n    at "
                        + Arrays.stream(entry.getValue()).map(String::valueOf).collect(Collectors.joining("\n    at ")))
                .collect(Collectors.joining("\n"));
    }
}
