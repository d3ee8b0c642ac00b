package dev.surveyor.domain.group;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member that this app runs, at one moment.
 *
 * @param settings how it takes part
 * @param clientId its {@code client.id}
 * @param memberId the id by which the coordinator knows it, empty text before it has one
 * @param generation generation or member epoch, -1 before it has one
 * @param phase what it is doing
 * @param assignment the partitions it owns, in order
 * @param processed records processed since its start
 * @param failure why it failed, or null
 */
public record MemberStatus(
        MemberSettings settings,
        String clientId,
        String memberId,
        int generation,
        Phase phase,
        List<PartitionId> assignment,
        long processed,
        @Nullable BrokerFailure failure) {

    public MemberStatus {
        assignment = List.copyOf(assignment);
    }

    /** What a member is doing. */
    public enum Phase {
        JOINING,
        RUNNING,
        PAUSED,
        /** Still in the group, but it polls no more, until max.poll.interval.ms runs out. */
        NOT_POLLING,
        LEFT,
        /** Gone without telling the coordinator. */
        VANISHED,
        FAILED
    }
}
