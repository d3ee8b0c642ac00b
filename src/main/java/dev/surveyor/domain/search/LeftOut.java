package dev.surveyor.domain.search;

import dev.surveyor.domain.record.PartitionId;

/**
 * A partition of the scope that is not read, because no record of it can match.
 *
 * @param id which one
 * @param reason why not
 */
public record LeftOut(PartitionId id, Reason reason) {

    /** Why a partition is not read. */
    public enum Reason {
        /** The filter itself names other partitions. */
        FILTER,
        /** The filter asks for one key, and the default partitioner of the Java client gives it another partition. */
        KEY
    }
}
