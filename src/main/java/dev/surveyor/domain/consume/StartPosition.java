package dev.surveyor.domain.consume;

import dev.surveyor.domain.record.PartitionId;
import java.time.Instant;
import java.util.Map;

/** Where a consumer starts in each of its partitions. */
public sealed interface StartPosition {

    /** At the end: only records that arrive from now on. */
    record NewRecords() implements StartPosition {}

    /**
     * So many records before the end, per partition.
     *
     * @param count at least 1
     */
    record LastRecords(int count) implements StartPosition {
        public LastRecords {
            if (count < 1) {
                throw new IllegalArgumentException("last " + count + " records: at least 1");
            }
        }
    }

    /** At the first record that is kept. */
    record Beginning() implements StartPosition {}

    /** At the first record of that time or later; at the end where there is none. */
    record AtTime(Instant time) implements StartPosition {}

    /**
     * At an offset, clamped to what the partition keeps.
     *
     * @param offset at least 0
     */
    record AtOffset(long offset) implements StartPosition {
        public AtOffset {
            if (offset < 0) {
                throw new IllegalArgumentException("offset " + offset + " is negative");
            }
        }
    }

    /**
     * At an offset of its own in each partition, to go on where another consumer stood; at the beginning in those that
     * are not named, and where the log ends before the offset, as it was begun anew.
     *
     * @param offsets the offset of the next record
     */
    record AtOffsets(Map<PartitionId, Long> offsets) implements StartPosition {
        public AtOffsets {
            offsets = Map.copyOf(offsets);
        }
    }

    /** At the group's committed offsets, else as {@code auto.offset.reset} says. Only for a member of a group. */
    record Committed() implements StartPosition {}
}
