package dev.surveyor.service.consume;

import static dev.surveyor.service.consume.BufferRig.P0;
import static dev.surveyor.service.consume.BufferRig.P1;
import static dev.surveyor.service.consume.BufferRig.record;
import static dev.surveyor.service.consume.BufferRig.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Offsets that hold no record, as rows between, before and behind the records. */
class BufferGapsTest {

    private final BufferRig rig = new BufferRig();
    private final RecordBuffer buffer = rig.buffer;
    private final RecordSink sink = rig.sink;
    private final List<LogEntry> rows = rig.rows;

    @Test
    void offsets_that_are_passed_over_become_a_row_of_their_own() {
        sink.accept(records(P0, 0, 2));
        sink.accept(records(P1, 40, 1));
        sink.accept(records(P0, 5, 1));
        rig.take();

        assertThat(rows).hasSize(5);
        assertThat(rows.get(3)).isEqualTo(new OffsetGap(P0, 2, 4));
        assertThat(buffer.counts().received()).isEqualTo(4);
    }

    @Test
    void a_gap_tells_whether_its_offsets_were_deleted_ahead_of_the_reader() {
        sink.accept(records(P0, 0, 2));
        sink.deletedBefore(P0, 5);
        sink.accept(List.of(record(P0, 5, 0, 1), record(P0, 7, 0, 1)));
        rig.take();

        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 2, 4, true), new OffsetGap(P0, 6, 6));
    }

    @Test
    void what_was_deleted_and_what_is_missing_before_a_record_are_two_gaps() {
        sink.accept(records(P0, 0, 2));
        sink.deletedBefore(P0, 5);
        sink.accept(records(P0, 9, 1));
        rig.take();

        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 2, 4, true), new OffsetGap(P0, 5, 8));
    }

    @Test
    void offsets_missing_before_the_first_record_are_a_gap_from_where_the_partition_is_read() {
        sink.readsFrom(Map.of(P0, 100L, P1, 7L), 0);
        sink.accept(records(P0, 135, 1));
        sink.accept(records(P1, 7, 1));
        rig.take();

        assertThat(rows.get(0)).isEqualTo(new OffsetGap(P0, 100, 134));
        assertThat(rig.offsets()).containsExactly(100L, 135L, 7L);
    }

    @Test
    void offsets_missing_behind_the_last_record_are_a_gap_once() {
        sink.readsFrom(Map.of(P0, 0L, P1, 3L), 0);
        sink.accept(records(P0, 0, 2));
        sink.readUpTo(P0, 7, 0);
        sink.readUpTo(P0, 7, 0);
        sink.readUpTo(P1, 3, 0);
        sink.accept(records(P0, 9, 1));
        rig.take();

        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 2, 6), new OffsetGap(P0, 7, 8));
    }

    @Test
    void a_partition_without_a_record_is_a_gap_and_no_empty_table() {
        sink.readsFrom(Map.of(P0, 50L), 0);
        sink.readUpTo(P0, 202, 0);
        rig.take();

        assertThat(rows).containsExactly(new OffsetGap(P0, 50, 201));
        assertThat(buffer.counts().kept()).isZero();
    }

    @Test
    void a_seek_to_where_nothing_is_leaves_the_gap_and_nothing_of_before() {
        sink.readsFrom(Map.of(P0, 0L), 0);
        sink.accept(records(P0, 0, 5));
        rig.take();
        sink.readsFrom(Map.of(P0, 20L), 1);
        sink.readUpTo(P0, 30, 1);
        sink.readUpTo(P0, 40, 0);
        rig.take();

        assertThat(rows).containsExactly(new OffsetGap(P0, 20, 29));
    }

    @Test
    void gaps_behind_the_last_record_match_no_filter_and_come_back_with_all_others() {
        sink.readsFrom(Map.of(P0, 0L), 0);
        sink.accept(records(P0, 1, 2));
        rig.show(BufferRig::even);
        sink.readUpTo(P0, 7, 0);
        rig.take();
        assertThat(rig.offsets()).containsExactly(2L);

        rig.show(RecordBuffer.ALL);
        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 0, 0), new OffsetGap(P0, 3, 6));
    }

    @Test
    void gaps_can_be_hidden_and_stand_only_before_a_record_that_matches() {
        sink.accept(List.of(record(P0, 0, 0, 1), record(P0, 3, 0, 1), record(P0, 6, 0, 1)));
        rig.show(BufferRig::even);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).isEqualTo(new OffsetGap(P0, 4, 5));

        buffer.show(BufferRig::even, false, false);
        rig.runWork();
        rig.take();
        assertThat(rig.offsets()).containsExactly(0L, 6L);
    }

    @Test
    void a_gap_leaves_with_its_record() {
        sink.accept(List.of(record(P0, 0, 0, 1), record(P0, 3, 0, 1)));
        for (int i = 4; i < 60; i++) {
            sink.accept(records(P0, i, 1));
            rig.take();
        }
        assertThat(rows).allMatch(ConsumedRecord.class::isInstance);
        assertThat(rows).hasSize(buffer.counts().kept());
    }
}
