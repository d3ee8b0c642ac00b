package dev.surveyor.kafka.testing;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.RecordSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a consumer hands on, up to a limit that a test may set. */
public final class CollectingSink implements RecordSink {

    private final List<ConsumedRecord> records = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    @Override
    public synchronized void accept(List<ConsumedRecord> batch) {
        records.addAll(batch);
    }

    @Override
    public synchronized boolean hasRoom() {
        return records.size() < room;
    }

    @Override
    public synchronized void deletedBefore(PartitionId partition, long offset) {
        deleted.add(partition + "@" + offset);
    }

    /** Returns where partitions began anew after what was deleted ahead of the reader. */
    public synchronized List<String> deleted() {
        return List.copyOf(deleted);
    }

    /** Says how many records there is room for; what was asked for before still comes. */
    public synchronized void room(int limit) {
        room = limit;
    }

    public synchronized int count() {
        return records.size();
    }

    public synchronized List<ConsumedRecord> records() {
        return List.copyOf(records);
    }

    /** Returns the values as text, in the order of their coming. */
    public List<String> values() {
        return records().stream()
                .map(record -> record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
