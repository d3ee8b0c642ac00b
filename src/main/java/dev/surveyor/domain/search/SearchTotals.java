package dev.surveyor.domain.search;

import java.util.List;

/**
 * The counts of all partitions together; {@code offsets = read + absent + deleted + unread}.
 *
 * @param offsets how many offsets the range has
 * @param read how many records were read and tested
 * @param absent how many offsets hold no record
 * @param deleted how many were deleted before they could be read
 * @param unread how many have not been looked at
 * @param matched how many records match
 * @param undecided how many could not be decoded
 * @param bytes the size of the records that were read
 */
public record SearchTotals(
        long offsets, long read, long absent, long deleted, long unread, long matched, long undecided, long bytes) {

    /** Returns the sums over the partitions. */
    public static SearchTotals of(List<PartitionTally> partitions) {
        long offsets = 0;
        long read = 0;
        long absent = 0;
        long deleted = 0;
        long unread = 0;
        long matched = 0;
        long undecided = 0;
        long bytes = 0;
        for (PartitionTally each : partitions) {
            offsets += each.offsets();
            read += each.read();
            absent += each.absent();
            deleted += each.deleted();
            unread += each.unread();
            matched += each.matched();
            undecided += each.undecided();
            bytes += each.bytes();
        }
        return new SearchTotals(offsets, read, absent, deleted, unread, matched, undecided, bytes);
    }

    /** Returns the share of the offsets that need no more reading, from 0 to 1; 1 for an empty range. */
    public double share() {
        return offsets == 0 ? 1 : (double) (offsets - unread) / offsets;
    }
}
