package dev.surveyor.service.transaction;

import dev.surveyor.service.search.AbortedOffsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the transactions of one partition: of each offset that was asked about, and of no other. All
 * ascending.
 *
 * @param committed offsets of records that a reader of committed records gets, of a transaction or of none
 * @param aborted offsets of records of aborted transactions
 * @param gone offsets of records that were removed from the topic before they could be looked up
 * @param open offsets in or behind a transaction that was open when they were asked about
 */
record DecidedOffsets(long[] committed, long[] aborted, long[] gone, long[] open) {

    private static final DecidedOffsets NOTHING =
            new DecidedOffsets(new long[0], new long[0], new long[0], new long[0]);

    boolean isCommitted(long offset) {
        return Arrays.binarySearch(committed, offset) >= 0;
    }

    boolean isAborted(long offset) {
        return Arrays.binarySearch(aborted, offset) >= 0;
    }

    boolean isGone(long offset) {
        return Arrays.binarySearch(gone, offset) >= 0;
    }

    public boolean isOpen(long offset) {
        return Arrays.binarySearch(open, offset) >= 0;
    }

    /** Returns whether there is nothing new to learn about the offset. */
    public boolean decided(long offset) {
        return isCommitted(offset) || isAborted(offset) || isGone(offset);
    }

    /**
     * Returns what is known with an answer.
     *
     * @param before what was known, or null
     * @param asked the offsets that were asked about, ascending: all that are kept and were not decided
     * @param oldest the oldest offset that is still kept; what is known of older ones is forgotten
     */
    public static DecidedOffsets with(
            @Nullable DecidedOffsets before, long[] asked, AbortedOffsets.Answer answer, long oldest) {
        DecidedOffsets known = before == null ? NOTHING : before;
        long[] seen = LongStream.of(asked)
                .filter(offset -> offset < answer.decidedTo()
                        && Arrays.binarySearch(answer.aborted(), offset) < 0
                        && Arrays.binarySearch(answer.gone(), offset) < 0)
                .toArray();
        long[] undecided = LongStream.of(asked)
                .filter(offset -> offset >= answer.decidedTo())
                .toArray();
        return new DecidedOffsets(
                both(known.committed, seen, oldest),
                both(known.aborted, answer.aborted(), oldest),
                both(known.gone, answer.gone(), oldest),
                undecided);
    }

    /** Returns whether the other says the same of every offset. */
    public boolean same(@Nullable DecidedOffsets other) {
        return other != null
                && Arrays.equals(committed, other.committed)
                && Arrays.equals(aborted, other.aborted)
                && Arrays.equals(gone, other.gone)
                && Arrays.equals(open, other.open);
    }

    private static long[] both(long[] before, long[] more, long oldest) {
        return LongStream.concat(LongStream.of(before), LongStream.of(more))
                .filter(offset -> offset >= oldest)
                .sorted()
                .distinct()
                .toArray();
    }
}
