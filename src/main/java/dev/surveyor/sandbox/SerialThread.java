package dev.surveyor.sandbox;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Does one thing after another on one thread. Work that is cancelled while it runs is interrupted. */
final class SerialThread implements AutoCloseable {

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    SerialThread(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns what the work will return; cancelling it interrupts the work, which may then tidy up. */
    <T> CompletableFuture<T> submit(Callable<T> work) {
        Task<T> task = new Task<>(work);
        waiting.add(task);
        return task;
    }

    /** Does the work in its turn. */
    void execute(Runnable work) {
        waiting.add(work);
    }

    /** Ends the thread after the work that waits now. */
    @Override
    public void close() {
        waiting.add(() -> closed = true);
    }

    private void run() {
        while (!closed) {
            try {
                waiting.take().run();
            } catch (InterruptedException late) {
                // A cancel that came just after its work had ended; there is nothing left to end.
            }
        }
    }

    private static final class Task<T> extends CompletableFuture<T> implements Runnable {
        private final Callable<T> work;
        private @Nullable Thread worker;

        Task(Callable<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            synchronized (this) {
                if (isDone()) {
                    return;
                }
                worker = Thread.currentThread();
            }
            T result = null;
            Throwable fault = null;
            try {
                result = work.call();
            } catch (Throwable thrown) {
                fault = thrown;
            }
            synchronized (this) {
                worker = null;
                // The interrupt of a cancel must not reach the next work.
                Thread.interrupted();
            }
            if (fault != null) {
                completeExceptionally(fault);
            } else {
                complete(result);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            synchronized (this) {
                boolean cancelled = super.cancel(mayInterruptIfRunning);
                if (cancelled && worker != null) {
                    worker.interrupt();
                }
                return cancelled;
            }
        }
    }
}
