package dev.surveyor.service.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordBufferTest {

    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P1 = new PartitionId("orders", 1);

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Executor later = work::add;
    private final RecordBuffer buffer =
            new RecordBuffer(new BufferLimits(20, 1_000_000), RecordReader.withoutSchemas(), later);
    private final RecordSink sink = buffer.open(true);
    private final List<LogEntry> rows = new ArrayList<>();
    private long firstRow;
    private int generation;

    @Test
    void what_arrives_is_handed_over_once_and_in_order() {
        sink.accept(records(P0, 0, 3));
        take();
        sink.accept(records(P1, 7, 1));
        take();

        assertThat(offsets()).containsExactly(0L, 1L, 2L, 7L);
        assertThat(buffer.takeChanges().isEmpty()).isTrue();
    }

    @Test
    void counts_add_up_while_records_are_filtered_and_evicted() {
        show(this::even);
        for (int from = 0; from < 1_000; from += 7) {
            sink.accept(records(P0, from, 7));
            BufferCounts counts = buffer.counts();
            assertThat(counts.shown() + counts.filtered() + counts.evicted()).isEqualTo(counts.received());
            assertThat(counts.kept()).isLessThanOrEqualTo(20);
            take();
            assertThat(rows).hasSize((int) counts.shown());
        }
        assertThat(buffer.counts().received()).isEqualTo(1_001);
    }

    @Test
    void a_full_buffer_lets_the_oldest_tenth_go_at_once() {
        sink.accept(records(P0, 0, 20));
        take();
        sink.accept(records(P0, 20, 1));
        BufferChanges changes = take();

        assertThat(changes.removed()).isEqualTo(3);
        assertThat(offsets()).first().isEqualTo(3L);
        assertThat(buffer.counts().evicted()).isEqualTo(3);
    }

    @Test
    void the_limit_in_bytes_counts_too_but_the_newest_record_always_stays() {
        RecordBuffer small = new RecordBuffer(new BufferLimits(100, 50), RecordReader.withoutSchemas(), later);
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
        take();
        for (int i = 1; i < 100; i++) {
            sink.accept(records(P0, i * 10L, 10));
        }
        BufferChanges changes = take();

        assertThat(changes.removed()).isEqualTo(10);
        assertThat(changes.appended()).hasSizeLessThanOrEqualTo(20);
        assertThat(offsets()).last().isEqualTo(999L);
        assertThat(firstRow).isEqualTo(1_000 - rows.size());
    }

    @Test
    void the_old_result_stays_until_the_new_filter_has_been_computed() {
        sink.accept(records(P0, 0, 10));
        take();
        buffer.show(this::even, true, false);
        sink.accept(records(P0, 10, 1));
        take();
        assertThat(offsets()).hasSize(11);

        runWork();
        assertThat(take().reset()).isTrue();
        assertThat(offsets()).containsExactly(0L, 2L, 4L, 6L, 8L, 10L);
    }

    @Test
    void a_filter_that_was_overtaken_by_a_later_one_changes_nothing() {
        sink.accept(records(P0, 0, 4));
        buffer.show(this::even, true, false);
        buffer.show(record -> record.offset() == 3, true, false);
        assertThat(take().matching()).isTrue();
        runWork();
        assertThat(take().matching()).isFalse();

        assertThat(offsets()).containsExactly(3L);
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
        runWork();
        take();

        long first = buffer.records().get(0).offset();
        assertThat(offsets())
                .containsExactlyElementsOf(LongStream.rangeClosed(first, 24)
                        .filter(offset -> offset % 2 == 0)
                        .boxed()
                        .toList());
        assertThat(buffer.counts().shown()).isEqualTo(rows.size());
    }

    @Test
    void skipping_while_fetching_keeps_matches_only_and_counts_the_rest_as_filtered() {
        buffer.show(this::even, true, true);
        runWork();
        sink.accept(records(P0, 0, 10));
        BufferCounts counts = buffer.counts();

        assertThat(counts.kept()).isEqualTo(5);
        assertThat(counts.filtered()).isEqualTo(5);
        assertThat(counts.skipped()).isEqualTo(5);
        assertThat(counts.received()).isEqualTo(10);
    }

    @Test
    void offsets_that_are_passed_over_become_a_row_of_their_own() {
        sink.accept(records(P0, 0, 2));
        sink.accept(records(P1, 40, 1));
        sink.accept(records(P0, 5, 1));
        take();

        assertThat(rows).hasSize(5);
        assertThat(rows.get(3)).isEqualTo(new OffsetGap(P0, 2, 4));
        assertThat(buffer.counts().received()).isEqualTo(4);
    }

    @Test
    void a_gap_tells_whether_its_offsets_were_deleted_ahead_of_the_reader() {
        sink.accept(records(P0, 0, 2));
        sink.deletedBefore(P0, 5);
        sink.accept(List.of(record(P0, 5, 0, 1), record(P0, 7, 0, 1)));
        take();

        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 2, 4, true), new OffsetGap(P0, 6, 6));
    }

    @Test
    void what_was_deleted_and_what_is_missing_before_a_record_are_two_gaps() {
        sink.accept(records(P0, 0, 2));
        sink.deletedBefore(P0, 5);
        sink.accept(records(P0, 9, 1));
        take();

        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 2, 4, true), new OffsetGap(P0, 5, 8));
    }

    @Test
    void offsets_missing_before_the_first_record_are_a_gap_from_where_the_partition_is_read() {
        sink.readsFrom(Map.of(P0, 100L, P1, 7L), 0);
        sink.accept(records(P0, 135, 1));
        sink.accept(records(P1, 7, 1));
        take();

        assertThat(rows.get(0)).isEqualTo(new OffsetGap(P0, 100, 134));
        assertThat(offsets()).containsExactly(100L, 135L, 7L);
    }

    @Test
    void offsets_missing_behind_the_last_record_are_a_gap_once() {
        sink.readsFrom(Map.of(P0, 0L, P1, 3L), 0);
        sink.accept(records(P0, 0, 2));
        sink.readUpTo(P0, 7, 0);
        sink.readUpTo(P0, 7, 0);
        sink.readUpTo(P1, 3, 0);
        sink.accept(records(P0, 9, 1));
        take();

        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 2, 6), new OffsetGap(P0, 7, 8));
    }

    @Test
    void a_partition_without_a_record_is_a_gap_and_no_empty_table() {
        sink.readsFrom(Map.of(P0, 50L), 0);
        sink.readUpTo(P0, 202, 0);
        take();

        assertThat(rows).containsExactly(new OffsetGap(P0, 50, 201));
        assertThat(buffer.counts().kept()).isZero();
    }

    @Test
    void a_seek_to_where_nothing_is_leaves_the_gap_and_nothing_of_before() {
        sink.readsFrom(Map.of(P0, 0L), 0);
        sink.accept(records(P0, 0, 5));
        take();
        sink.readsFrom(Map.of(P0, 20L), 1);
        sink.readUpTo(P0, 30, 1);
        sink.readUpTo(P0, 40, 0);
        take();

        assertThat(rows).containsExactly(new OffsetGap(P0, 20, 29));
    }

    @Test
    void gaps_behind_the_last_record_match_no_filter_and_come_back_with_all_others() {
        sink.readsFrom(Map.of(P0, 0L), 0);
        sink.accept(records(P0, 1, 2));
        show(this::even);
        sink.readUpTo(P0, 7, 0);
        take();
        assertThat(offsets()).containsExactly(2L);

        show(RecordBuffer.ALL);
        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .containsExactly(new OffsetGap(P0, 0, 0), new OffsetGap(P0, 3, 6));
    }

    @Test
    void gaps_can_be_hidden_and_stand_only_before_a_record_that_matches() {
        sink.accept(List.of(record(P0, 0, 0, 1), record(P0, 3, 0, 1), record(P0, 6, 0, 1)));
        show(this::even);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).isEqualTo(new OffsetGap(P0, 4, 5));

        buffer.show(this::even, false, false);
        runWork();
        take();
        assertThat(offsets()).containsExactly(0L, 6L);
    }

    @Test
    void a_gap_leaves_with_its_record() {
        sink.accept(List.of(record(P0, 0, 0, 1), record(P0, 3, 0, 1)));
        for (int i = 4; i < 60; i++) {
            sink.accept(records(P0, i, 1));
            take();
        }
        assertThat(rows).allMatch(ConsumedRecord.class::isInstance);
        assertThat(rows).hasSize(buffer.counts().kept());
    }

    @Test
    void a_seek_starts_anew_and_late_records_of_before_it_are_dropped_and_counted() {
        sink.accept(records(P0, 100, 5));
        take();
        sink.accept(List.of(record(P0, 0, 1, 1)));
        sink.accept(records(P0, 105, 2));
        take();

        assertThat(offsets()).containsExactly(0L);
        assertThat(buffer.counts().late()).isEqualTo(2);
        assertThat(buffer.counts().received()).isEqualTo(1);
    }

    @Test
    void a_seek_that_brings_nothing_empties_the_table_too() {
        sink.accept(records(P0, 100, 5));
        take();
        buffer.beginEpoch(1);
        take();
        assertThat(rows).isEmpty();

        sink.accept(List.of(record(P0, 3, 1, 1)));
        buffer.beginEpoch(1);
        take();
        assertThat(offsets()).containsExactly(3L);
    }

    @Test
    void rows_survive_a_new_consumer_and_late_records_of_the_old_one_do_not_get_in() {
        sink.accept(records(P0, 0, 2));
        RecordSink next = buffer.open(true);
        sink.accept(records(P0, 2, 2));
        next.accept(records(P0, 50, 1));
        take();

        assertThat(offsets()).containsExactly(0L, 1L, 50L);
        assertThat(buffer.counts().late()).isEqualTo(2);
    }

    @Test
    void a_protected_row_is_not_evicted_and_closes_the_door() {
        sink.accept(records(P0, 0, 20));
        take();
        assertThat(buffer.protect(firstRow + 4, generation)).isTrue();
        assertThat(sink.hasRoom()).isTrue();

        sink.accept(records(P0, 20, 10));
        assertThat(sink.hasRoom()).isFalse();
        take();
        assertThat(offsets()).first().isEqualTo(4L);
        assertThat(buffer.counts().fill()).isEqualTo(1);

        buffer.unprotect();
        assertThat(sink.hasRoom()).isTrue();
    }

    @Test
    void a_higher_limit_makes_room_again_for_a_protected_row() {
        sink.accept(records(P0, 0, 20));
        take();
        buffer.protect(firstRow, generation);
        assertThat(sink.hasRoom()).isFalse();

        buffer.limit(new BufferLimits(40, 1_000_000));
        assertThat(sink.hasRoom()).isTrue();
        sink.accept(records(P0, 20, 15));
        assertThat(buffer.counts().kept()).isEqualTo(35);
    }

    @Test
    void a_row_that_has_gone_cannot_be_protected() {
        sink.accept(records(P0, 0, 20));
        take();
        long gone = firstRow;
        sink.accept(records(P0, 20, 20));

        assertThat(buffer.protect(gone, generation)).isFalse();
        assertThat(buffer.protect(gone, generation + 1)).isFalse();
    }

    @Test
    void protection_outlives_a_new_filter() {
        sink.accept(records(P0, 0, 20));
        take();
        buffer.protect(firstRow + 6, generation);
        show(this::even);
        sink.accept(records(P0, 20, 30));
        take();

        assertThat(offsets()).first().isEqualTo(6L);
    }

    @Test
    void clearing_counts_from_zero_again() {
        sink.accept(records(P0, 0, 5));
        buffer.clear();
        take();
        assertThat(rows).isEmpty();
        assertThat(buffer.counts()).isEqualTo(BufferCounts.ZERO);
    }

    private void show(Predicate<ConsumedRecord> filter) {
        buffer.show(filter, true, false);
        runWork();
        take();
    }

    private boolean even(ConsumedRecord record) {
        return record.offset() % 2 == 0;
    }

    private void runWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private BufferChanges take() {
        BufferChanges changes = buffer.takeChanges();
        rows.subList(0, changes.removed()).clear();
        rows.addAll(changes.appended());
        firstRow = changes.firstRow();
        generation = changes.generation();
        return changes;
    }

    private List<Long> offsets() {
        return rows.stream().map(LogEntry::offset).toList();
    }

    private static List<ConsumedRecord> records(PartitionId partition, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(offset -> record(partition, offset, 0, 4))
                .toList();
    }

    private static ConsumedRecord record(PartitionId partition, long offset, int epoch, int bytes) {
        return ConsumedRecord.at(partition, offset)
                .seekEpoch(epoch)
                .value(new byte[bytes])
                .build();
    }
}
