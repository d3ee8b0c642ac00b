package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notices offsets that a partition passed over: between two records, before the first one that was read, and behind the
 * last one up to where the partition was read. A seek is no gap. Not for use by two threads.
 */
final class GapFinder {

    private final Map<PartitionId, Expected> expected = new HashMap<>();
    private @Nullable Expected latest;

    /** Remembers from where the partition is read; what comes before is none of its business. */
    void readsFrom(PartitionId partition, long offset, int seekEpoch) {
        Expected place = placeOf(partition);
        place.offset = offset;
        place.seekEpoch = seekEpoch;
    }

    /** Returns what was passed over right before this record, mostly nothing, and remembers the record. */
    List<OffsetGap> before(ConsumedRecord record) {
        Expected place = placeOf(record.partition());
        List<OffsetGap> gaps = place.seekEpoch == record.seekEpoch() ? place.upTo(record.offset()) : List.of();
        place.offset = record.offset() + 1;
        place.seekEpoch = record.seekEpoch();
        return gaps;
    }

    /** Returns what was passed over since the last record: all before this offset has been read. */
    List<OffsetGap> upTo(PartitionId partition, long offset, int seekEpoch) {
        Expected place = placeOf(partition);
        if (place.seekEpoch != seekEpoch) {
            return List.of();
        }
        List<OffsetGap> gaps = place.upTo(offset);
        place.offset = Math.max(place.offset, offset);
        return gaps;
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

        private List<OffsetGap> upTo(long next) {
            if (next <= offset) {
                return List.of();
            }
            List<OffsetGap> gaps = new ArrayList<>(2);
            long kept = Math.max(offset, Math.min(next, deletedBefore));
            if (kept > offset) {
                gaps.add(new OffsetGap(partition, offset, kept - 1, true));
            }
            if (next > kept) {
                gaps.add(new OffsetGap(partition, kept, next - 1));
            }
            return gaps;
        }
    }
}
