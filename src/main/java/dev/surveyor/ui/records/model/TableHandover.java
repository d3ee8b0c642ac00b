package dev.surveyor.ui.records.model;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.ui.records.filter.FilterViewModel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a table whose connection ends, for the table that goes on in its place on another connection to the
 * same cluster: its rows, its filter, what its chips say and where its consumer stood. For the JavaFX thread only.
 */
public final class TableHandover {

    private final RecordBuffer buffer;
    private final ConsumeChoice choice;
    private final FilterViewModel filter;
    private final int partitions;
    private final @Nullable CompletableFuture<Map<PartitionId, Long>> positions;

    /**
     * @param partitions how many there are, 0 where that is not known
     * @param positions where the consumer stands when it has ended; null where none ran
     */
    public TableHandover(
            RecordBuffer buffer,
            ConsumeChoice choice,
            FilterViewModel filter,
            int partitions,
            @Nullable CompletableFuture<Map<PartitionId, Long>> positions) {
        this.buffer = buffer;
        this.choice = choice;
        this.filter = filter;
        this.partitions = partitions;
        this.positions = positions;
    }

    public RecordBuffer buffer() {
        return buffer;
    }

    public ConsumeChoice choice() {
        return choice;
    }

    public FilterViewModel filter() {
        return filter;
    }

    public int partitions() {
        return partitions;
    }

    /** Returns where to go on, later and on any thread; null where no consumer ran. */
    @Nullable
    public CompletableFuture<Map<PartitionId, Long>> positions() {
        return positions == null ? null : positions.thenApply(this::withKept);
    }

    /** A partition whose position nobody knows goes on after its last record that is kept. */
    private Map<PartitionId, Long> withKept(Map<PartitionId, Long> known) {
        Map<PartitionId, Long> all = new HashMap<>();
        for (ConsumedRecord record : buffer.records()) {
            all.merge(record.partition(), record.offset() + 1, Math::max);
        }
        all.putAll(known);
        return all;
    }
}
