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
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What was cleared is put back. */
class ClearedRecordsTest {

    private static final PartitionId PARTITION = new PartitionId("orders", 0);

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final RecordBuffer buffer =
            new RecordBuffer(new BufferLimits(20, 1_000_000), RecordReader.withoutSchemas(), work::add);
    private final RecordSink sink = buffer.open(true);
    private final List<LogEntry> rows = new ArrayList<>();

    @Test
    void they_come_before_what_was_received_since_and_are_counted_again() {
        sink.accept(records(0, 5));
        take();
        ClearedRecords cleared = buffer.clear();
        assertThat(cleared.records()).isEqualTo(5);
        sink.accept(records(5, 3));
        take();
        assertThat(offsets()).containsExactly(5L, 6L, 7L);

        assertThat(buffer.putBack(cleared)).isTrue();
        assertThat(buffer.counts().received()).isEqualTo(8);
        assertAddUp();
        runWork();
        take();
        assertThat(offsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(buffer.counts().shown()).isEqualTo(8);
        assertThat(buffer.counts().receivedBytes()).isEqualTo(8 * 4);
    }

    @Test
    void gaps_come_back_too_and_the_next_one_is_found() {
        sink.accept(records(0, 1));
        sink.accept(records(3, 1));
        buffer.show(RecordBuffer.ALL, true, false);
        runWork();
        ClearedRecords cleared = buffer.clear();
        sink.accept(records(6, 1));
        assertThat(buffer.putBack(cleared)).isTrue();
        runWork();
        take();
        assertThat(rows)
                .filteredOn(OffsetGap.class::isInstance)
                .extracting(LogEntry::offset)
                .containsExactly(1L, 4L);
    }

    @Test
    void they_are_shown_as_the_filter_of_now_says() {
        sink.accept(records(0, 6));
        ClearedRecords cleared = buffer.clear();
        show(record -> record.offset() % 2 == 0);
        buffer.show(record -> record.offset() % 3 == 0, true, false);
        assertThat(buffer.putBack(cleared)).isTrue();
        runWork();
        take();
        assertThat(offsets()).containsExactly(0L, 3L);
        assertThat(buffer.counts().filtered()).isEqualTo(4);
        sink.accept(records(6, 3));
        take();
        assertThat(offsets()).containsExactly(0L, 3L, 6L);
        assertAddUp();
    }

    @Test
    void where_there_is_no_room_for_all_the_oldest_are_evicted() {
        sink.accept(records(0, 18));
        ClearedRecords cleared = buffer.clear();
        sink.accept(records(18, 10));
        take();
        assertThat(buffer.putBack(cleared)).isTrue();
        runWork();
        take();
        assertThat(offsets()).hasSize(18).first().isEqualTo(10L);
        assertThat(buffer.counts().evicted()).isEqualTo(10);
        assertAddUp();
    }

    @Test
    void they_are_put_back_once() {
        sink.accept(records(0, 5));
        ClearedRecords cleared = buffer.clear();
        assertThat(buffer.putBack(cleared)).isTrue();
        assertThat(buffer.putBack(cleared)).isFalse();
        assertThat(buffer.counts().received()).isEqualTo(5);
    }

    @Test
    void they_stay_away_where_a_seek_began_or_more_was_cleared() {
        sink.accept(records(0, 5));
        ClearedRecords cleared = buffer.clear();
        sink.accept(records(5, 5));
        ClearedRecords later = buffer.clear();
        assertThat(buffer.putBack(cleared)).isFalse();
        buffer.beginEpoch(1);
        assertThat(buffer.putBack(later)).isFalse();
        assertThat(buffer.counts()).isEqualTo(BufferCounts.ZERO);
    }

    private void assertAddUp() {
        BufferCounts counts = buffer.counts();
        assertThat(counts.shown() + counts.filtered() + counts.evicted()).isEqualTo(counts.received());
    }

    private void show(Predicate<ConsumedRecord> filter) {
        buffer.show(filter, true, false);
        runWork();
    }

    private void runWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void take() {
        BufferChanges changes = buffer.takeChanges();
        rows.subList(0, changes.removed()).clear();
        rows.addAll(changes.appended());
    }

    private List<Long> offsets() {
        return rows.stream()
                .filter(ConsumedRecord.class::isInstance)
                .map(LogEntry::offset)
                .toList();
    }

    private static List<ConsumedRecord> records(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(offset ->
                        ConsumedRecord.at(PARTITION, offset).value(new byte[4]).build())
                .toList();
    }
}
