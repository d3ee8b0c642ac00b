package dev.surveyor.domain.record;

import java.util.Objects;

/**
 * Offsets of a partition that were passed over: compaction removed them, or they hold the markers or the aborted
 * records of transactions.
 *
 * @param partition where
 * @param offset the first offset that was not delivered
 * @param last the last one, at least {@code offset}
 */
public record OffsetGap(PartitionId partition, long offset, long last) implements LogEntry {

    public OffsetGap {
        Objects.requireNonNull(partition, "partition");
        if (last < offset) {
            throw new IllegalArgumentException("gap from " + offset + " to " + last + " ends before it begins");
        }
    }

    /** Returns how many offsets are missing. */
    public long count() {
        return last - offset + 1;
    }
}
