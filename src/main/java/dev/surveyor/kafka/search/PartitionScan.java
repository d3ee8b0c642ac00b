package dev.surveyor.kafka.search;

import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.PartitionTally;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition of a search: its range and its counts. Changed by the thread that reads it, after each poll; others see
 * the counts as they were after some poll, all of the same one.
 */
final class PartitionScan {

    private static final int REMEMBERED_OFFSETS = 20;

    private final PartitionId id;
    private final TopicPartition topicPartition;
    private final long from;
    private final long to;
    private final long beyondStable;
    private final List<Long> firstUndecided = new ArrayList<>();
    private final List<OffsetGap> deletedRanges = new ArrayList<>();
    private long position;
    private long read;
    private long bytes;
    private long matched;
    private long undecided;

    /**
     * Starts at the beginning of a range.
     *
     * @param to at least {@code from}
     * @param beyondStable how many offsets lie between the last stable one and the high watermark
     */
    PartitionScan(TopicPartition partition, long from, long to, long beyondStable) {
        this.id = new PartitionId(partition.topic(), partition.partition());
        this.topicPartition = partition;
        this.from = from;
        this.to = to;
        this.beyondStable = beyondStable;
        this.position = from;
    }

    PartitionId id() {
        return id;
    }

    TopicPartition topicPartition() {
        return topicPartition;
    }

    long to() {
        return to;
    }

    long offsets() {
        return to - from;
    }

    synchronized long position() {
        return position;
    }

    synchronized boolean done() {
        return position >= to;
    }

    /** The counts of one poll, to be added at once. */
    static final class Batch {
        private long read;
        private long bytes;
        private long matched;
        private long undecided;
        private final List<Long> undecidedOffsets = new ArrayList<>();

        void read(int size) {
            read++;
            bytes += size;
        }

        void matched() {
            matched++;
        }

        void undecided(long offset) {
            undecided++;
            if (undecidedOffsets.size() < REMEMBERED_OFFSETS) {
                undecidedOffsets.add(offset);
            }
        }
    }

    /**
     * Adds what was read.
     *
     * @param next the offset after the last one that was looked at
     */
    synchronized void add(Batch batch, long next) {
        read += batch.read;
        bytes += batch.bytes;
        matched += batch.matched;
        undecided += batch.undecided;
        for (Long offset : batch.undecidedOffsets) {
            if (firstUndecided.size() < REMEMBERED_OFFSETS) {
                firstUndecided.add(offset);
            }
        }
        moveTo(next);
    }

    /** Moves on over offsets without a record; returns whether that was a step forward. */
    synchronized boolean moveTo(long next) {
        long clamped = Math.min(next, to);
        boolean forward = clamped > position;
        position = forward ? clamped : position;
        return forward;
    }

    /** Moves on over offsets that were deleted before they could be read. */
    synchronized void deletedBefore(long next) {
        long end = Math.min(next, to);
        if (end > position) {
            deletedRanges.add(new OffsetGap(id, position, end - 1));
            position = end;
        }
    }

    synchronized PartitionTally tally() {
        return new PartitionTally(
                id, from, to, position, read, bytes, matched, undecided, firstUndecided, deletedRanges, beyondStable);
    }
}
