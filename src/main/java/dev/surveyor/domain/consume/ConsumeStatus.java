package dev.surveyor.domain.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A consumer at one moment.
 *
 * @param phase what it is doing
 * @param assignment the partitions that it reads, in order
 * @param received records received since its start
 * @param receivedBytes bytes of those records
 * @param lag records between its positions and the ends, empty until known
 * @param seekEpoch how often it was moved, from 0
 * @param soughtEnd whether the last move was to the end of every partition that it moved
 * @param generation generation or member epoch in its group; -1 for a standalone consumer
 * @param partitionsOfTopics how many partitions the topics have of which it reads any; 0 until known
 * @param troubles the partitions that it is to read and that give no records now, and why, in order
 * @param failure why it is reconnecting or has failed, else null
 */
public record ConsumeStatus(
        ConsumePhase phase,
        List<PartitionId> assignment,
        long received,
        long receivedBytes,
        OptionalLong lag,
        int seekEpoch,
        boolean soughtEnd,
        int generation,
        int partitionsOfTopics,
        List<PartitionTrouble> troubles,
        @Nullable BrokerFailure failure) {

    /** A consumer whose partitions all give what they have, as far as is known. */
    public ConsumeStatus(
            ConsumePhase phase,
            List<PartitionId> assignment,
            long received,
            long receivedBytes,
            OptionalLong lag,
            int seekEpoch,
            boolean soughtEnd,
            int generation,
            @Nullable BrokerFailure failure) {
        this(phase, assignment, received, receivedBytes, lag, seekEpoch, soughtEnd, generation, 0, List.of(), failure);
    }

    public ConsumeStatus {
        assignment = List.copyOf(assignment);
        troubles = List.copyOf(troubles);
    }

    /** Returns how many of its partitions give what they have. */
    public int giving() {
        if (troubles.isEmpty()) {
            return assignment.size();
        }
        Set<PartitionId> giving = new HashSet<>(assignment);
        troubles.forEach(trouble -> giving.remove(trouble.partition()));
        return giving.size();
    }

    /** Returns whether it has partitions to read, of which none gives anything now. */
    public boolean givesNothing() {
        return !troubles.isEmpty() && giving() == 0;
    }
}
