package dev.surveyor.kafka.client;

import java.util.concurrent.Executor;
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
}
