package dev.surveyor.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The only maker of threads and executors: all of them named, all of them daemons, so that nothing keeps the program
 * alive when the window is gone, and none of them dies unheard.
 */
public final class AppThreads implements AutoCloseable {

    private final UncaughtExceptionHandler onUncaught;
    private final ExecutorService background;
    private final ScheduledExecutorService timer;

    /**
     * Makes the shared executors.
     *
     * @param onUncaught told of what a thread of this program let escape, on that thread
     */
    public AppThreads(UncaughtExceptionHandler onUncaught) {
        this.onUncaught = onUncaught;
        this.background = Executors.newCachedThreadPool(named("background"));
        this.timer = Executors.newScheduledThreadPool(2, named("timer"));
    }

    /** Returns a factory of daemon threads called {@code name-1}, {@code name-2} and so on. */
    public ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(onUncaught);
            return thread;
        };
    }

    /** Returns the executor for short work that may block: disk, admin calls, decoding of large values. */
    public ExecutorService background() {
        return background;
    }

    /** Returns the executor for work at a later time or again and again. */
    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Stops both without waiting for what runs. */
    @Override
    public void close() {
        List.of(timer, background).forEach(ExecutorService::shutdownNow);
    }
}
