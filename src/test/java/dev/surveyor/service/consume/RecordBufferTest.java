package dev.surveyor.service.consume;

import static dev.surveyor.service.consume.BufferRig.P0;
import static dev.surveyor.service.consume.BufferRig.P1;
import static dev.surveyor.service.consume.BufferRig.record;
import static dev.surveyor.service.consume.BufferRig.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordBufferTest {

    private final BufferRig rig = new BufferRig();
    private final RecordBuffer buffer = rig.buffer;
    private final RecordSink sink = rig.sink;
    private final List<LogEntry> rows = rig.rows;

    @Test
    void what_arrives_is_handed_over_once_and_in_order() {
        sink.accept(records(P0, 0, 3));
        rig.take();
        sink.accept(records(P1, 7, 1));
        rig.take();

        assertThat(rig.offsets()).containsExactly(0L, 1L, 2L, 7L);
        assertThat(buffer.takeChanges().isEmpty()).isTrue();
    }

    @Test
    void counts_add_up_while_records_are_filtered_and_evicted() {
        rig.show(BufferRig::even);
        for (int from = 0; from < 1_000; from += 7) {
            sink.accept(records(P0, from, 7));
            BufferCounts counts = buffer.counts();
            assertThat(counts.shown() + counts.filtered() + counts.evicted()).isEqualTo(counts.received());
            assertThat(counts.kept()).isLessThanOrEqualTo(20);
            rig.take();
            assertThat(rows).hasSize((int) counts.shown());
        }
        assertThat(buffer.counts().received()).isEqualTo(1_001);
    }

    @Test
    void a_full_buffer_lets_the_oldest_tenth_go_at_once() {
        sink.accept(records(P0, 0, 20));
        rig.take();
        sink.accept(records(P0, 20, 1));
        BufferChanges changes = rig.take();

        assertThat(changes.removed()).isEqualTo(3);
        assertThat(rig.offsets()).first().isEqualTo(3L);
        assertThat(buffer.counts().evicted()).isEqualTo(3);
    }

    @Test
    void the_limit_in_bytes_counts_too_but_the_newest_record_always_stays() {
        RecordBuffer small = new RecordBuffer(new BufferLimits(100, 50), RecordReader.withoutSchemas(), rig.later);
        RecordSink into = small.open(true);
        into.accept(List.of(record(P0, 0, 0, 30), record(P0, 1, 0, 30)));
        assertThat(small.counts().kept()).isEqualTo(1);

        into.accept(List.of(record(P0, 2, 0, 500)));
        assertThat(small.records()).extracting(ConsumedRecord::offset).containsExactly(2L);
        assertThat(small.counts().fill()).isEqualTo(1);
    }

    @Test
    void more_than_the_capacity_between_two_ticks_hands_over_only_the_survivors() {
        sink.accept(records(P0, 0, 10));
        rig.take();
        for (int i = 1; i < 100; i++) {
            sink.accept(records(P0, i * 10L, 10));
        }
        BufferChanges changes = rig.take();

        assertThat(changes.removed()).isEqualTo(10);
        assertThat(changes.appended()).hasSizeLessThanOrEqualTo(20);
        assertThat(rig.offsets()).last().isEqualTo(999L);
        assertThat(rig.firstRow).isEqualTo(1_000 - rows.size());
    }

    @Test
    void the_old_result_stays_until_the_new_filter_has_been_computed() {
        sink.accept(records(P0, 0, 10));
        rig.take();
        buffer.show(BufferRig::even, true, false);
        sink.accept(records(P0, 10, 1));
        rig.take();
        assertThat(rig.offsets()).hasSize(11);

        rig.runWork();
        assertThat(rig.take().reset()).isTrue();
        assertThat(rig.offsets()).containsExactly(0L, 2L, 4L, 6L, 8L, 10L);
    }

    @Test
    void a_filter_that_was_overtaken_by_a_later_one_changes_nothing() {
        sink.accept(records(P0, 0, 4));
        buffer.show(BufferRig::even, true, false);
        buffer.show(record -> record.offset() == 3, true, false);
        assertThat(rig.take().matching()).isTrue();
        rig.runWork();
        assertThat(rig.take().matching()).isFalse();

        assertThat(rig.offsets()).containsExactly(3L);
    }

    @Test
    void records_that_come_and_go_while_a_filter_is_computed_are_right_afterwards() {
        sink.accept(records(P0, 0, 10));
        boolean[] disturbed = new boolean[1];
        buffer.show(
                record -> {
                    if (!disturbed[0]) {
                        disturbed[0] = true;
                        sink.accept(records(P0, 10, 15));
                    }
                    return record.offset() % 2 == 0;
                },
                true,
                false);
        rig.runWork();
        rig.take();

        long first = buffer.records().get(0).offset();
        assertThat(rig.offsets())
                .containsExactlyElementsOf(LongStream.rangeClosed(first, 24)
                        .filter(offset -> offset % 2 == 0)
                        .boxed()
                        .toList());
        assertThat(buffer.counts().shown()).isEqualTo(rows.size());
    }

    @Test
    void skipping_while_fetching_keeps_matches_only_and_counts_the_rest_as_filtered() {
        buffer.show(BufferRig::even, true, true);
        rig.runWork();
        sink.accept(records(P0, 0, 10));
        BufferCounts counts = buffer.counts();

        assertThat(counts.kept()).isEqualTo(5);
        assertThat(counts.filtered()).isEqualTo(5);
        assertThat(counts.skipped()).isEqualTo(5);
        assertThat(counts.received()).isEqualTo(10);
    }

    @Test
    void a_seek_starts_anew_and_late_records_of_before_it_are_dropped_and_counted() {
        sink.accept(records(P0, 100, 5));
        rig.take();
        sink.accept(List.of(record(P0, 0, 1, 1)));
        sink.accept(records(P0, 105, 2));
        rig.take();

        assertThat(rig.offsets()).containsExactly(0L);
        assertThat(buffer.counts().late()).isEqualTo(2);
        assertThat(buffer.counts().received()).isEqualTo(1);
    }

    @Test
    void a_seek_that_brings_nothing_empties_the_table_too() {
        sink.accept(records(P0, 100, 5));
        rig.take();
        buffer.beginEpoch(1);
        rig.take();
        assertThat(rows).isEmpty();

        sink.accept(List.of(record(P0, 3, 1, 1)));
        buffer.beginEpoch(1);
        rig.take();
        assertThat(rig.offsets()).containsExactly(3L);
    }

    @Test
    void rows_survive_a_new_consumer_and_late_records_of_the_old_one_do_not_get_in() {
        sink.accept(records(P0, 0, 2));
        RecordSink next = buffer.open(true);
        sink.accept(records(P0, 2, 2));
        next.accept(records(P0, 50, 1));
        rig.take();

        assertThat(rig.offsets()).containsExactly(0L, 1L, 50L);
        assertThat(buffer.counts().late()).isEqualTo(2);
    }

    @Test
    void a_protected_row_is_not_evicted_and_closes_the_door() {
        sink.accept(records(P0, 0, 20));
        rig.take();
        assertThat(buffer.protect(rig.firstRow + 4, rig.generation)).isTrue();
        assertThat(sink.hasRoom()).isTrue();

        sink.accept(records(P0, 20, 10));
        assertThat(sink.hasRoom()).isFalse();
        rig.take();
        assertThat(rig.offsets()).first().isEqualTo(4L);
        assertThat(buffer.counts().fill()).isEqualTo(1);

        buffer.unprotect();
        assertThat(sink.hasRoom()).isTrue();
    }

    @Test
    void a_higher_limit_makes_room_again_for_a_protected_row() {
        sink.accept(records(P0, 0, 20));
        rig.take();
        buffer.protect(rig.firstRow, rig.generation);
        assertThat(sink.hasRoom()).isFalse();

        buffer.limit(new BufferLimits(40, 1_000_000));
        assertThat(sink.hasRoom()).isTrue();
        sink.accept(records(P0, 20, 15));
        assertThat(buffer.counts().kept()).isEqualTo(35);
    }

    @Test
    void a_row_that_has_gone_cannot_be_protected() {
        sink.accept(records(P0, 0, 20));
        rig.take();
        long gone = rig.firstRow;
        sink.accept(records(P0, 20, 20));

        assertThat(buffer.protect(gone, rig.generation)).isFalse();
        assertThat(buffer.protect(gone, rig.generation + 1)).isFalse();
    }

    @Test
    void protection_outlives_a_new_filter() {
        sink.accept(records(P0, 0, 20));
        rig.take();
        buffer.protect(rig.firstRow + 6, rig.generation);
        rig.show(BufferRig::even);
        sink.accept(records(P0, 20, 30));
        rig.take();

        assertThat(rig.offsets()).first().isEqualTo(6L);
    }

    @Test
    void clearing_counts_from_zero_again() {
        sink.accept(records(P0, 0, 5));
        buffer.clear();
        rig.take();
        assertThat(rows).isEmpty();
        assertThat(buffer.counts()).isEqualTo(BufferCounts.ZERO);
    }
}
