package dev.surveyor.archmistakes.ui.orders;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What is thrown while the answer is shown would be kept by a future that nobody looks at. */
final class OrdersViewThatHidesErrors {
    private OrdersViewThatHidesErrors() {}

    static void show(CompletableFuture<String> answer, Consumer<String> label, Executor ui) {
        CompletableFuture<Void> unused = answer.thenAcceptAsync(label, ui);
    }
}
