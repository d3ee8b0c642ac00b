package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.Map;

/** Where a consumer puts what it polled. Called on the poll thread only, so it must not wait for a screen. */
public interface RecordSink {

    /** Takes one poll result, whole and in order. */
    void accept(List<ConsumedRecord> batch);

    /**
     * Returns whether more may come. While it says no the consumer pauses fetching, goes on polling, and asks again at
     * each turn; nothing is dropped.
     */
    boolean hasRoom();

    /** Told after a batch that was the last one there was: more comes only when it is written. */
    default void caughtUp() {}

    /** Told when the offsets of a partition before this one were deleted before they could be read. */
    default void deletedBefore(PartitionId partition, long offset) {}

    /**
     * Told from where partitions are read, before the first record of each comes: at the start, after a seek, and when a
     * partition is added.
     *
     * @param offsets the first offset that is asked for, by partition
     * @param seekEpoch how often the consumer was moved
     */
    default void readsFrom(Map<PartitionId, Long> offsets, int seekEpoch) {}

    /**
     * Told when a partition was read to its end, after its last record: what was not handed on before this offset holds
     * nothing that this consumer is given.
     */
    default void readUpTo(PartitionId partition, long offset, int seekEpoch) {}
}
