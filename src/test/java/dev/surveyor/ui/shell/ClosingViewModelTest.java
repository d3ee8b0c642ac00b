package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.task.Unfinished;
import dev.surveyor.ui.shell.ClosingViewModel.State;
import dev.surveyor.ui.testing.ManualPulse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingViewModelTest {

    private final ManualPulse pulse = new ManualPulse();
    private final ClosingViewModel model = new ClosingViewModel(pulse);
    private Unfinished left = new Unfinished(1_200, 37, 2, List.of("Importing into orders"));
    private int closed;

    private void close() {
        model.close("Close Surveyor?", () -> left, () -> closed++);
    }

    @Test
    void with_nothing_left_it_closes_at_once() {
        left = new Unfinished(0, 0, 5, List.of());
        close();
        assertThat(closed).isEqualTo(1);
        assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(pulse.listeners()).isZero();
    }

    @Test
    void what_is_left_is_said_and_nothing_is_closed_unasked() {
        close();
        assertThat(model.wordsProperty().get())
                .isEqualTo("1\u00a0200 records are not yet sent. 37 records are not yet acknowledged."
                        + " Importing into orders is not finished.");
        left = Unfinished.NOTHING;
        pulse.tick();
        assertThat(closed).isZero();
        model.stay();
        assertThat(closed).isZero();
        assertThat(pulse.listeners()).isZero();
    }

    @Test
    void it_waits_until_nothing_is_left() {
        close();
        model.waitThenClose();
        left = new Unfinished(0, 1, 2, List.of());
        pulse.tick();
        assertThat(model.wordsProperty().get()).isEqualTo("Waiting: 1 record is not yet acknowledged.");
        assertThat(closed).isZero();
        left = new Unfinished(0, 0, 2, List.of());
        pulse.tick();
        assertThat(closed).isEqualTo(1);
        pulse.tick();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void what_fails_while_it_waits_is_said_before_it_closes() {
        close();
        model.waitThenClose();
        left = new Unfinished(0, 0, 5, List.of());
        pulse.tick();
        assertThat(closed).isZero();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.wordsProperty().get()).contains("3 records have failed");
        model.closeAnyway();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void it_closes_at_once_if_told_so() {
        close();
        model.waitThenClose();
        model.closeAnyway();
        assertThat(closed).isEqualTo(1);
        model.closeAnyway();
        assertThat(closed).isEqualTo(1);
    }
}
