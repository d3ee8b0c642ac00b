package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A running consumer. Safe for use by any thread; every method returns at once. */
public interface ConsumeSession extends AutoCloseable {

    ConsumeRequest request();

    /** Returns the {@code client.id} of this consumer. */
    String clientId();

    /** Returns how it is doing now; cheap enough for every tick of the screen. */
    ConsumeStatus status();

    /** Returns how far it went back for the last records, null where it was not asked for them. */
    default @Nullable LookBack lookBack() {
        return null;
    }

    /** Stops fetching and goes on polling, so that membership survives. */
    void pause();

    /** Goes on fetching where it stopped. */
    void resume();

    /** Returns begin, end, position and committed offset of every assigned partition. */
    CompletableFuture<List<PartitionPosition>> positions();

    /**
     * Moves to these offsets. Records of before the move that arrive late carry the old
     * {@link dev.surveyor.domain.record.ConsumedRecord#seekEpoch()}.
     *
     * @return the positions after the move, or a failure where a partition is not assigned
     */
    CompletableFuture<List<PartitionPosition>> seek(Map<PartitionId, Long> offsets);

    /**
     * Commits these offsets for the group.
     *
     * @return completes when the coordinator has them, or fails, also for a standalone consumer
     */
    CompletableFuture<Void> commit(Map<PartitionId, Long> offsets);

    /** Commits in another way from now on; a standalone consumer never commits. */
    default void commitBy(CommitPolicy policy) {}

    /**
     * Pauses, and reads the next record although the consumer is paused. A wish that is still open gives way to this one.
     *
     * @param timeout how long to wait for a record, null for ever
     * @return what became of it; cancelled where the consumer ends or another wish comes; a failure never
     */
    CompletableFuture<ReadOutcome> readOne(@Nullable Duration timeout);

    /**
     * Returns where it stood when it ended: the offset of the next record for each partition whose offset is known.
     * Completes when it polls no more, with an answer of no broker.
     */
    CompletableFuture<Map<PartitionId, Long>> lastPositions();

    /** Stops for good and leaves the group; completes when the client is closed, within a few seconds. */
    CompletableFuture<Void> stop();

    /** Same as {@link #stop()}, without waiting. */
    @Override
    void close();
}
