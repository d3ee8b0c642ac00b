package dev.surveyor.domain.record;

import java.util.Objects;

/**
 * Offsets of a partition that were passed over: compaction removed them, they hold the markers or the aborted records
 * of transactions, or they were deleted before they could be read.
 *
 * @param partition where
 * @param offset the first offset that was not delivered
 * @param last the last one, at least {@code offset}
 * @param deleted whether retention or somebody deleted them while they were still to be read
 */
public record OffsetGap(PartitionId partition, long offset, long last, boolean deleted) implements LogEntry {

    /** Makes the gap of offsets that hold no record to deliver. */
    public OffsetGap(PartitionId partition, long offset, long last) {
        this(partition, offset, last, false);
    }

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
