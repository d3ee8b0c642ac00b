package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;

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
}
