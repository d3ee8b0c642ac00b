package dev.surveyor.domain.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A group as its coordinator describes it.
 *
 * @param id its {@code group.id}
 * @param type {@code Classic}, {@code Consumer}, {@code Share} or {@code Streams}
 * @param state in Kafka's words
 * @param assignor the assignor in use; empty text where there is none
 * @param groupEpoch epoch of a group of the consumer protocol (KIP-848), empty for a classic one
 * @param members who is in it
 * @param committed the committed offset of each partition that has one
 */
public record GroupDetail(
        String id,
        String type,
        String state,
        String assignor,
        OptionalInt groupEpoch,
        List<Member> members,
        Map<PartitionId, Long> committed) {

    public GroupDetail {
        members = List.copyOf(members);
        committed = Map.copyOf(committed);
    }

    /**
     * A member of a group.
     *
     * @param memberId the id that the coordinator or the client gave it
     * @param clientId its {@code client.id}
     * @param host where it connects from
     * @param memberEpoch its epoch in the consumer protocol, empty for a classic group
     * @param assignment the partitions it owns
     */
    public record Member(
            String memberId, String clientId, String host, OptionalInt memberEpoch, List<PartitionId> assignment) {
        public Member {
            assignment = List.copyOf(assignment);
        }
    }
}
