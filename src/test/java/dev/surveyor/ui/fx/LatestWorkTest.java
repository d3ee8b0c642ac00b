package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.QueuedUiExecutor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LatestWorkTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final QueuedUiExecutor ui = new QueuedUiExecutor();
    private final LatestWork work = new LatestWork(background::add, ui);
    private final List<String> heard = new ArrayList<>();

    @Test
    void a_result_comes_back_on_the_other_thread() {
        start("a");
        background.remove().run();
        assertThat(heard).isEmpty();
        assertThat(work.busy()).isTrue();
        ui.runAll();
        assertThat(heard).containsExactly("a");
        assertThat(work.busy()).isFalse();
    }

    @Test
    void a_slow_result_of_before_does_not_come_after_a_quick_one() {
        start("slow");
        start("quick");
        Runnable slow = background.remove();
        background.remove().run();
        ui.runAll();
        slow.run();
        ui.runAll();
        assertThat(heard).containsExactly("quick");
    }

    @Test
    void a_result_that_was_on_its_way_back_is_passed_over() {
        start("before");
        background.remove().run();
        start("after");
        ui.runAll();
        assertThat(heard).isEmpty();
        background.remove().run();
        ui.runAll();
        assertThat(heard).containsExactly("after");
    }

    @Test
    void what_was_given_up_knows_it_and_says_nothing_whether_it_ends_or_fails() {
        List<BooleanSupplier> asked = new ArrayList<>();
        work.<String>start(
                givenUp -> {
                    asked.add(givenUp);
                    work.cancel();
                    throw new IllegalStateException("odd");
                },
                heard::add,
                thrown -> heard.add("failed"));
        background.remove().run();
        ui.runAll();
        assertThat(asked.get(0).getAsBoolean()).isTrue();
        assertThat(heard).isEmpty();
        assertThat(work.busy()).isFalse();
    }

    @Test
    void a_failure_is_handed_on_and_the_next_work_runs() {
        failWith(() -> {
            throw new ArithmeticException("long overflow");
        });
        failWith(() -> {
            throw new StackOverflowError("too deep");
        });
        start("b");
        background.remove().run();
        ui.runAll();
        assertThat(heard).containsExactly("long overflow", "too deep", "b");
        assertThat(work.busy()).isFalse();
    }

    @Test
    void what_the_result_is_used_for_may_fail_too() {
        work.start(
                givenUp -> "a",
                result -> {
                    throw new IllegalStateException("cannot draw " + result);
                },
                thrown -> heard.add(String.valueOf(thrown.getMessage())));
        background.remove().run();
        ui.runAll();
        assertThat(heard).containsExactly("cannot draw a");
    }

    @Test
    void work_that_nobody_takes_any_more_fails() {
        LatestWork closed = new LatestWork(
                command -> {
                    throw new RejectedExecutionException("closed");
                },
                ui);
        closed.start(givenUp -> "a", heard::add, thrown -> heard.add(String.valueOf(thrown.getMessage())));
        ui.runAll();
        assertThat(heard).containsExactly("closed");
        assertThat(closed.busy()).isFalse();
    }

    private void failWith(Runnable fault) {
        work.start(
                givenUp -> {
                    fault.run();
                    return "none";
                },
                heard::add,
                thrown -> heard.add(String.valueOf(thrown.getMessage())));
        background.remove().run();
        ui.runAll();
    }

    private void start(String result) {
        work.start(givenUp -> result, heard::add, thrown -> heard.add("failed"));
    }
}
