package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notices offsets that a partition passed over. A seek is no gap. Not for use by two threads. */
final class GapFinder {

    private final Map<PartitionId, Expected> expected = new HashMap<>();
    private @Nullable Expected latest;

    /** Returns the gap right before this record, or null, and remembers the record. */
    @Nullable
    OffsetGap before(ConsumedRecord record) {
        Expected place = placeOf(record.partition());
        OffsetGap gap = null;
        if (place.seekEpoch == record.seekEpoch() && record.offset() > place.offset) {
            gap = new OffsetGap(
                    record.partition(), place.offset, record.offset() - 1, place.deletedBefore > place.offset);
        }
        place.offset = record.offset() + 1;
        place.seekEpoch = record.seekEpoch();
        return gap;
    }

    /** Remembers that offsets before this one are gone for whoever has not read them yet. */
    void deletedBefore(PartitionId partition, long offset) {
        placeOf(partition).deletedBefore = offset;
    }

    /** A poll result holds its partitions one after the other, so the last one is mostly the right one. */
    private Expected placeOf(PartitionId partition) {
        Expected last = latest;
        if (last != null && last.partition.equals(partition)) {
            return last;
        }
        Expected found = expected.computeIfAbsent(partition, Expected::new);
        latest = found;
        return found;
    }

    private static final class Expected {
        private final PartitionId partition;
        private long offset;
        private long deletedBefore;
        private int seekEpoch = -1;

        private Expected(PartitionId partition) {
            this.partition = partition;
        }
    }
}
