package dev.surveyor.kafka.client;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * The threads that clients run on, all made elsewhere.
 *
 * @param clients makes a thread for each client that needs one of its own
 * @param blocking runs what may block: opening and closing clients, waiting for answers
 * @param timer runs what is short, later or again and again
 */
public record ClientThreads(ThreadFactory clients, Executor blocking, ScheduledExecutorService timer) {

    /** Starts a thread of that name. */
    public Thread start(String name, Runnable task) {
        Thread thread = clients.newThread(task);
        thread.setName(name);
        thread.start();
        return thread;
    }

    /**
     * Runs the last thing that a thread of {@link #start} has to do, such as completing futures: on a thread that may
     * block, or on the calling one where those are stopped, as they are when the program ends.
     */
    public void lastly(Runnable task) {
        try {
            blocking.execute(task);
        } catch (RejectedExecutionException stopped) {
            task.run();
        }
    }
}
