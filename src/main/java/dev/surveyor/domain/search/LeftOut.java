package dev.surveyor.domain.search;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.record.PartitionId;
import org.jspecify.annotations.Nullable;

/**
 * A partition of the scope that is not read.
 *
 * @param id which one
 * @param reason why not
 * @param trouble what is wrong with it, where that is the reason
 */
public record LeftOut(
        PartitionId id, Reason reason, @Nullable PartitionTrouble trouble) {

    /** Why a partition is not read. */
    public enum Reason {
        /** The filter itself names other partitions. */
        FILTER,
        /** The filter asks for one key, and the default partitioner of the Java client gives it another partition. */
        KEY,
        /** It was added after the range was fixed, so all of its records are later. */
        ADDED,
        /** It did not tell where it begins and ends. Records of it may match. */
        TROUBLE
    }

    /** A partition in which nothing of the range can match. */
    public LeftOut(PartitionId id, Reason reason) {
        this(id, reason, null);
    }

    /** Returns a partition that cannot be read now. */
    public static LeftOut of(PartitionTrouble trouble) {
        return new LeftOut(trouble.partition(), Reason.TROUBLE, trouble);
    }

    /** Returns whether records of the range may be in it. */
    public boolean mayMatch() {
        return reason == Reason.TROUBLE;
    }
}
