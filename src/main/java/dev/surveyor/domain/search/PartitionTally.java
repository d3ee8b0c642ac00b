package dev.surveyor.domain.search;

import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;

/**
 * How far a partition has been read, and what was found. Every offset of the range is in exactly one of {@code read},
 * {@link #absent()}, {@code deleted} and {@link #unread()}.
 *
 * @param id which partition
 * @param from the first offset of the range
 * @param to the offset after the last one; fixed when the search began
 * @param position the next offset to be read, {@code to} at the end
 * @param read how many records were read and tested
 * @param bytes their size in key, value and headers
 * @param matched how many of them match
 * @param undecided how many could not be decoded as the filter needs it, and are neither a match nor none
 * @param firstUndecided the first offsets of those, a few
 * @param deletedRanges offsets that retention or a deletion removed before they could be read
 * @param beyondStable offsets between the end of the range and the high watermark that belong to open transactions or
 *     lie behind them; 0 where the range ends at the high watermark
 */
public record PartitionTally(
        PartitionId id,
        long from,
        long to,
        long position,
        long read,
        long bytes,
        long matched,
        long undecided,
        List<Long> firstUndecided,
        List<OffsetGap> deletedRanges,
        long beyondStable) {

    public PartitionTally {
        firstUndecided = List.copyOf(firstUndecided);
        deletedRanges = List.copyOf(deletedRanges);
    }

    /** Returns the number of offsets in the range. */
    public long offsets() {
        return to - from;
    }

    /** Returns the number of offsets that were deleted before they could be read. */
    public long deleted() {
        return deletedRanges.stream().mapToLong(OffsetGap::count).sum();
    }

    /** Returns the number of offsets that hold no record: compacted away, a marker, or of an aborted transaction. */
    public long absent() {
        return position - from - read - deleted();
    }

    /** Returns the number of offsets that have not been looked at. */
    public long unread() {
        return to - position;
    }

    public boolean done() {
        return position >= to;
    }
}
