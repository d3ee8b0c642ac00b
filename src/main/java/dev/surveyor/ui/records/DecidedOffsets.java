package dev.surveyor.ui.records;

import dev.surveyor.service.search.AbortedOffsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the transactions of one partition.
 *
 * @param from the first offset that was asked about
 * @param decidedTo before this one each record is committed or aborted, for good
 * @param askedTo the offset after the last one that was asked about
 * @param aborted the offsets of records of aborted transactions, ascending
 */
record DecidedOffsets(long from, long decidedTo, long askedTo, long[] aborted) {

    @Nullable
    TransactionState of(long offset) {
        if (offset < from || offset >= askedTo) {
            return null;
        }
        if (offset >= decidedTo) {
            return TransactionState.OPEN;
        }
        return Arrays.binarySearch(aborted, offset) >= 0 ? TransactionState.ABORTED : null;
    }

    /** Returns whether there is nothing new to learn about the offset. */
    boolean decided(long offset) {
        return offset >= from && offset < decidedTo;
    }

    /**
     * Returns what is known with an answer.
     *
     * @param before what was known, or null
     * @param asked the offsets that were asked about, ascending
     * @param oldest the oldest offset that is still kept; what is known of older ones is forgotten
     */
    static DecidedOffsets with(
            @Nullable DecidedOffsets before, long[] asked, AbortedOffsets.Answer answer, long oldest) {
        long askedTo = asked[asked.length - 1] + 1;
        boolean goesOn = before != null && asked[0] >= before.from;
        if (before == null || !goesOn) {
            return new DecidedOffsets(asked[0], answer.decidedTo(), askedTo, answer.aborted());
        }
        long[] all = LongStream.concat(Arrays.stream(before.aborted), Arrays.stream(answer.aborted()))
                .filter(offset -> offset >= oldest)
                .sorted()
                .distinct()
                .toArray();
        return new DecidedOffsets(
                Math.max(before.from, oldest), Math.max(before.decidedTo, answer.decidedTo()), askedTo, all);
    }
}
