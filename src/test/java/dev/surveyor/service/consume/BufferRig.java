package dev.surveyor.service.consume;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** A buffer of 20 records whose background work waits for {@link #runWork}, and the rows that a table would have. */
final class BufferRig {

    static final PartitionId P0 = new PartitionId("orders", 0);
    static final PartitionId P1 = new PartitionId("orders", 1);

    private final Deque<Runnable> work = new ArrayDeque<>();
    final Executor later = work::add;
    final RecordBuffer buffer = new RecordBuffer(new BufferLimits(20, 1_000_000), RecordReader.withoutSchemas(), later);
    final RecordSink sink = buffer.open(true);
    final List<LogEntry> rows = new ArrayList<>();
    long firstRow;
    int generation;

    void show(Predicate<ConsumedRecord> filter) {
        buffer.show(filter, true, false);
        runWork();
        take();
    }

    static boolean even(ConsumedRecord record) {
        return record.offset() % 2 == 0;
    }

    void runWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Does to the rows what a table would do. */
    BufferChanges take() {
        BufferChanges changes = buffer.takeChanges();
        rows.subList(0, changes.removed()).clear();
        rows.addAll(changes.appended());
        firstRow = changes.firstRow();
        generation = changes.generation();
        return changes;
    }

    List<Long> offsets() {
        return rows.stream().map(LogEntry::offset).toList();
    }

    static List<ConsumedRecord> records(PartitionId partition, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(offset -> record(partition, offset, 0, 4))
                .toList();
    }

    static ConsumedRecord record(PartitionId partition, long offset, int epoch, int bytes) {
        return ConsumedRecord.at(partition, offset)
                .seekEpoch(epoch)
                .value(new byte[bytes])
                .build();
    }
}
