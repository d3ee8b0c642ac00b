package dev.surveyor.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class TransferRunTest {

    private final TransferRun run = new TransferRun(new TransferTools(
            new FakeDialogs(),
            new DirectUiExecutor(),
            new ManualPulse(),
            Runnable::run,
            Clock.systemUTC(),
            new RunningTasks(Clock.systemUTC()),
            notice -> {},
            problem -> {}));

    @Test
    void work_for_which_the_memory_does_not_suffice_ends_with_a_reason() {
        run.start(
                "Importing",
                control -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                result -> {});

        BrokerFailure failure = run.failureProperty().get();
        assertThat(run.runningProperty().get()).isFalse();
        assertThat(failure).isNotNull();
        assertThat(failure.what()).isEqualTo("There is not enough memory for this.");
    }
}
