package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The status of a consumer: written by its poll thread and the one that hands on, read by any. */
final class StatusBoard {

    private volatile ConsumeStatus status =
            new ConsumeStatus(ConsumePhase.CONNECTING, List.of(), 0, 0, OptionalLong.empty(), 0, false, -1, null);

    private volatile String memberId = "";
    private volatile @Nullable LookBack lookBack;

    /** Returns how far the consumer went back for the last records, null where it was not asked for them. */
    @Nullable
    LookBack lookBack() {
        return lookBack;
    }

    void lookBack(LookBack now) {
        lookBack = now;
    }

    String memberId() {
        return memberId;
    }

    void memberId(String id) {
        memberId = id;
    }

    ConsumeStatus status() {
        return status;
    }

    synchronized void batch(int records, long bytes) {
        ConsumeStatus old = status;
        status = new ConsumeStatus(
                old.phase(),
                old.assignment(),
                old.received() + records,
                old.receivedBytes() + bytes,
                old.lag(),
                old.seekEpoch(),
                old.soughtEnd(),
                old.generation(),
                old.partitionsOfTopics(),
                old.troubles(),
                old.failure());
    }

    synchronized void phase(ConsumePhase phase, @Nullable BrokerFailure failure) {
        ConsumeStatus old = status;
        if (old.phase() != phase || !Objects.equals(old.failure(), failure)) {
            status = new ConsumeStatus(
                    phase,
                    old.assignment(),
                    old.received(),
                    old.receivedBytes(),
                    old.lag(),
                    old.seekEpoch(),
                    old.soughtEnd(),
                    old.generation(),
                    old.partitionsOfTopics(),
                    old.troubles(),
                    failure);
        }
    }

    synchronized void reading(List<PartitionId> assignment, OptionalLong lag, Seeks seeks, int generation) {
        ConsumeStatus old = status;
        status = new ConsumeStatus(
                old.phase(),
                assignment,
                old.received(),
                old.receivedBytes(),
                lag,
                seeks.seekEpoch(),
                seeks.soughtEnd(),
                generation,
                old.partitionsOfTopics(),
                old.troubles(),
                old.failure());
    }

    synchronized void topics(int partitionsOfTopics, List<PartitionTrouble> troubles) {
        ConsumeStatus old = status;
        if (old.partitionsOfTopics() != partitionsOfTopics || !old.troubles().equals(troubles)) {
            status = new ConsumeStatus(
                    old.phase(),
                    old.assignment(),
                    old.received(),
                    old.receivedBytes(),
                    old.lag(),
                    old.seekEpoch(),
                    old.soughtEnd(),
                    old.generation(),
                    partitionsOfTopics,
                    troubles,
                    old.failure());
        }
    }
}
