package dev.surveyor.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientThreadsTest {

    private final ExecutorService blocking = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ClientThreads threads = new ClientThreads(Thread::new, blocking, timer);
    private final CompletableFuture<Thread> ran = new CompletableFuture<>();

    @AfterEach
    void stop() {
        blocking.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void the_last_task_is_run_where_it_may_block() throws Exception {
        threads.lastly(() -> ran.complete(Thread.currentThread()));

        assertThat(ran.get(30, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void the_last_task_is_run_by_its_own_thread_where_the_others_are_stopped() {
        blocking.shutdownNow();

        threads.lastly(() -> ran.complete(Thread.currentThread()));

        assertThat(ran).isCompletedWithValue(Thread.currentThread());
    }
}
