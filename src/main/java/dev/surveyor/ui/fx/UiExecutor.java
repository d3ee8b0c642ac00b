package dev.surveyor.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the JavaFX thread, always later and in order, never at once: work that ran in the middle of a layout
 * could change what is being laid out.
 */
public interface UiExecutor extends Executor {

    /**
     * Goes on with what the future comes to, on the JavaFX thread. What the action throws escapes there and is heard of;
     * in a stage of the future itself it would be kept by a further future that nobody looks at.
     *
     * @param action takes the result or, where there is none, the exception; each is null where the other is not
     */
    default <T extends @Nullable Object> void whenDone(
            CompletableFuture<T> future, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> action) {
        CompletableFuture<T> unused =
                future.whenComplete((result, thrown) -> execute(() -> action.accept(result, thrown)));
    }
}
