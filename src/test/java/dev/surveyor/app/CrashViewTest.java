package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.fx.FxPulse;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is thrown on the JavaFX thread is heard of, whichever way it got there. */
@ExtendWith(ApplicationExtension.class)
class CrashViewTest {

    private final FxUiExecutor ui = new FxUiExecutor();
    private final List<Throwable> heard = new CopyOnWriteArrayList<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void listen() {
        CrashHandler crashes = new CrashHandler();
        crashes.onCrash(heard::add);
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(crashes);
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void what_is_thrown_while_a_result_is_shown_reaches_the_crash_handler() {
        IllegalStateException thrown = new IllegalStateException("while the result is shown");
        CompletableFuture<String> answer = new CompletableFuture<>();
        ui.whenDone(answer, (result, failed) -> {
            throw thrown;
        });
        answer.complete("it");
        UiWait.until("it is heard of", () -> heard.contains(thrown));
    }

    @Test
    void what_is_thrown_while_a_failure_is_shown_reaches_the_crash_handler() {
        IllegalStateException thrown = new IllegalStateException("while the failure is shown");
        ui.whenDone(CompletableFuture.failedFuture(new IllegalArgumentException("no such topic")), (result, failed) -> {
            throw thrown;
        });
        UiWait.until("it is heard of", () -> heard.contains(thrown));
        assertThat(heard).containsExactly(thrown);
    }

    @Test
    void a_task_of_the_pulse_that_throws_takes_no_turn_from_the_others() {
        IllegalStateException thrown = new IllegalStateException("in a tick");
        FxPulse pulse = new FxPulse();
        AtomicInteger turns = new AtomicInteger();
        Runnable first = UiWait.onFx(() -> pulse.everyTick(() -> {
            throw thrown;
        }));
        Runnable second = UiWait.onFx(() -> pulse.everyTick(turns::incrementAndGet));
        UiWait.until("the other has its turns", () -> turns.get() > 2);
        UiWait.runOnFx(first);
        UiWait.runOnFx(second);
        assertThat(heard).contains(thrown);
    }
}
