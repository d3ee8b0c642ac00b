package dev.surveyor.domain.consume;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.record.PartitionId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a consumer stands in one partition.
 *
 * @param partition which one
 * @param beginOffset the first offset that is kept; means nothing where there is trouble
 * @param endOffset the offset after the last record that this consumer may read; means nothing where there is trouble
 * @param position the offset of the next record that it will receive, empty where it has none yet
 * @param committed the group's committed offset, empty where there is none
 * @param trouble why the partition did not tell where it begins and ends, null where it did
 * @param counted how many records the brokers say are still to be read, null where that is what lies between position
 *     and end; below zero where they do not say
 */
public record PartitionPosition(
        PartitionId partition,
        long beginOffset,
        long endOffset,
        OptionalLong position,
        OptionalLong committed,
        @Nullable PartitionTrouble trouble,
        @Nullable Long counted) {

    /** A place in a partition that has told where it begins and ends. */
    public PartitionPosition(
            PartitionId partition, long beginOffset, long endOffset, OptionalLong position, OptionalLong committed) {
        this(partition, beginOffset, endOffset, position, committed, null, null);
    }

    /** Returns the same for a share group, whose position is its start: records behind that may be done already. */
    public PartitionPosition counted(@Nullable Long byTheBrokers) {
        return new PartitionPosition(
                partition,
                beginOffset,
                endOffset,
                position,
                committed,
                trouble,
                byTheBrokers == null ? Long.valueOf(-1) : byTheBrokers);
    }

    /** Returns a place in a partition, with what it told of where it begins and ends. */
    public static PartitionPosition of(
            PartitionId partition,
            KnownOffsets begins,
            KnownOffsets ends,
            OptionalLong position,
            OptionalLong committed) {
        Long begin = begins.offsets().get(partition);
        Long end = ends.offsets().get(partition);
        if (begin != null && end != null) {
            return new PartitionPosition(partition, begin, end, position, committed);
        }
        PartitionTrouble trouble = (begin == null ? begins : ends).missing().get(partition);
        return new PartitionPosition(
                partition,
                0,
                0,
                position,
                committed,
                trouble != null
                        ? trouble
                        : new PartitionTrouble(partition, PartitionTrouble.Kind.NO_ANSWER, "did not answer"),
                null);
    }

    /** Returns whether begin and end are known. */
    public boolean told() {
        return trouble == null;
    }

    /** Returns the first offset that is kept, empty where it was not told. */
    public OptionalLong begin() {
        return told() ? OptionalLong.of(beginOffset) : OptionalLong.empty();
    }

    /** Returns the offset after the last record that this consumer may read, empty where it was not told. */
    public OptionalLong end() {
        return told() ? OptionalLong.of(endOffset) : OptionalLong.empty();
    }

    /** Returns how many offsets the position is beyond the end, where another log may have been; 0 where it is not. */
    public long beyondEnd() {
        return told() && position.isPresent() ? Math.max(0, position.getAsLong() - endOffset) : 0;
    }

    /** Returns the records between the position and the end, empty while one of them is not known. */
    public OptionalLong lag() {
        if (counted != null) {
            return counted < 0 ? OptionalLong.empty() : OptionalLong.of(counted);
        }
        return told() && position.isPresent()
                ? OptionalLong.of(Math.max(0, endOffset - position.getAsLong()))
                : OptionalLong.empty();
    }
}
