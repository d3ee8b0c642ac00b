package dev.surveyor.kafka.consume;

import dev.surveyor.kafka.client.ClientContext;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * What others want done on a poll thread. Any thread may submit; the poll thread alone runs and closes. Futures complete
 * on a thread that may block, never on the poll thread.
 */
final class CommandQueue {

    private final ClientContext context;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    CommandQueue(ClientContext context) {
        this.context = context;
    }

    /**
     * Queues a command.
     *
     * @param activity what is being done, to follow the word "while"
     * @param command run on the poll thread
     * @return its result, or a failure in words; a cancelled one is not run any more
     */
    <T> CompletableFuture<T> submit(String activity, Supplier<CompletableFuture<T>> command) {
        CompletableFuture<T> result = new CompletableFuture<>();
        commands.add(() -> run(activity, command, result));
        if (closed) {
            // The poll thread may have looked into the queue for the last time before the command was there.
            runAll();
        }
        return result;
    }

    private <T> void run(String activity, Supplier<CompletableFuture<T>> command, CompletableFuture<T> result) {
        if (result.isDone()) {
            return;
        }
        CompletableFuture<T> raw;
        try {
            raw = closed
                    ? CompletableFuture.failedFuture(new IllegalStateException("This consumer is closed."))
                    : command.get();
        } catch (RuntimeException failed) {
            raw = CompletableFuture.failedFuture(failed);
        }
        var unused = raw.whenCompleteAsync(
                (value, thrown) -> {
                    if (thrown == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(context.failures().exception(activity, thrown));
                    }
                },
                context.threads().blocking());
    }

    /** Runs what is queued. */
    void runAll() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }

    /** Fails what is queued and what still comes. */
    void close() {
        closed = true;
        runAll();
    }
}
