package dev.surveyor.ui.records.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.consume.BufferChanges;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.ui.records.Samples;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class NewestFirstTest {

    private final RecordRows rows = new RecordRows();
    private final NewestFirst newest = new NewestFirst(rows);
    /** What a listener knows that takes over changes and nothing else. */
    private final List<LogEntry> copy = new ArrayList<>();

    NewestFirstTest() {
        newest.addListener((ListChangeListener<LogEntry>) change -> {
            while (change.next()) {
                List<LogEntry> left = copy.subList(change.getFrom(), change.getFrom() + change.getRemovedSize());
                assertThat(left).isEqualTo(change.getRemoved());
                left.clear();
                copy.addAll(change.getFrom(), change.getAddedSubList());
            }
        });
    }

    @Test
    void the_last_row_comes_first() {
        apply(0, 0, 3);
        assertThat(newest).extracting(LogEntry::offset).containsExactly(2L, 1L, 0L);
    }

    @Test
    void changes_say_what_came_at_the_top_and_what_left_at_the_bottom() {
        apply(0, 0, 1_500);
        apply(400, 1_500, 1_000);
        apply(2, 2_500, 0);
        apply(0, 2_500, 1);
        assertThat(copy).isEqualTo(newest).hasSize(2_099);
        assertThat(copy.get(0).offset()).isEqualTo(2_500);
        assertThat(copy.get(copy.size() - 1).offset()).isEqualTo(402);
    }

    private void apply(int removed, long from, int added) {
        List<LogEntry> come = List.copyOf(Samples.plain(0, from, added));
        rows.apply(new BufferChanges(false, removed, come, 0, 0, false, BufferCounts.ZERO));
    }
}
