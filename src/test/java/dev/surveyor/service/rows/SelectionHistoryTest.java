package dev.surveyor.service.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.rows.SelectionHistory.Step;
import dev.surveyor.ui.records.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionHistoryTest {

    private final List<LogEntry> rows = new ArrayList<>(Samples.plain(0, 0, 200));
    private final SelectionHistory history = new SelectionHistory();

    @Test
    void steps_lead_back_and_forward_and_a_new_selection_forgets_what_lay_ahead() {
        select(5, 9, 2);
        assertThat(step(-1)).isEqualTo(new Step(9, 0));
        assertThat(step(-1)).isEqualTo(new Step(5, 0));
        assertThat(step(-1)).isEqualTo(new Step(-1, 0));
        assertThat(step(1)).isEqualTo(new Step(9, 0));

        select(9, 30);
        assertThat(step(1)).isEqualTo(new Step(-1, 0));
        assertThat(step(-1)).isEqualTo(new Step(9, 0));
    }

    @Test
    void records_that_left_are_skipped_and_counted() {
        select(100, 3, 4, 150);
        rows.subList(0, 50).clear();
        assertThat(step(-1)).isEqualTo(new Step(50, 2));
        assertThat(step(1)).isEqualTo(new Step(100, 2));
        rows.subList(0, 60).clear();
        assertThat(step(-1)).isEqualTo(new Step(-1, 3));
    }

    @Test
    void it_is_bounded() {
        for (int i = 0; i < 2 * SelectionHistory.MOST; i++) {
            select(i);
        }
        int steps = 0;
        while (step(-1).row() >= 0) {
            steps++;
        }
        assertThat(steps).isEqualTo(SelectionHistory.MOST - 1);
    }

    @Test
    void the_same_key_is_found_in_both_directions() {
        assertThat(KeyHistory.next(rows, 50, 1)).isEqualTo(147);
        assertThat(KeyHistory.next(rows, 147, -1)).isEqualTo(50);
        assertThat(KeyHistory.next(rows, 147, 1)).isEqualTo(-1);
        assertThat(KeyHistory.next(rows, 50, -1)).isEqualTo(-1);
    }

    private void select(int... indexes) {
        for (int index : indexes) {
            history.selected(Samples.plain(0, index));
        }
    }

    private Step step(int by) {
        return history.step(rows, by);
    }
}
