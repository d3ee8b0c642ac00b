package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.QueuedUiExecutor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final QueuedUiExecutor ui = new QueuedUiExecutor();
    private final BackgroundWork work = new BackgroundWork(background::add, ui);
    private final List<String> heard = new ArrayList<>();

    @Test
    void a_result_comes_back_on_the_other_thread() {
        start(() -> "a");
        background.remove().run();
        assertThat(heard).isEmpty();
        ui.runAll();
        assertThat(heard).containsExactly("a");
    }

    @Test
    void what_was_begun_before_is_done_too() {
        start(() -> "first");
        start(() -> "second");
        background.remove().run();
        background.remove().run();
        ui.runAll();
        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void what_fails_reaches_whoever_asked() {
        start(() -> {
            throw new IOException("no room");
        });
        background.remove().run();
        ui.runAll();
        assertThat(heard).containsExactly("failed: no room");
    }

    @Test
    void what_follows_from_a_result_may_fail_and_is_heard_of() {
        work.start(
                () -> "a",
                result -> {
                    throw new IllegalStateException("not drawn");
                },
                thrown -> heard.add("failed: " + thrown.getMessage()));
        background.remove().run();
        ui.runAll();
        assertThat(heard).containsExactly("failed: not drawn");
    }

    @Test
    void an_interrupt_stays_with_the_thread_and_is_heard_of() {
        start(() -> {
            throw new InterruptedException("ended");
        });
        background.remove().run();
        assertThat(Thread.interrupted()).isTrue();
        ui.runAll();
        assertThat(heard).containsExactly("failed: ended");
    }

    @Test
    void work_that_nobody_takes_any_more_fails() {
        BackgroundWork closed = new BackgroundWork(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                ui);
        closed.start(() -> "a", heard::add, thrown -> heard.add("failed: " + thrown.getMessage()));
        assertThat(heard).isEmpty();
        ui.runAll();
        assertThat(heard).containsExactly("failed: closed");
    }

    private void start(Callable<String> asked) {
        work.start(asked, heard::add, thrown -> heard.add("failed: " + thrown.getMessage()));
    }
}
