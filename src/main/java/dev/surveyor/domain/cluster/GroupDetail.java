package dev.surveyor.domain.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A group as its coordinator describes it.
 *
 * @param id its {@code group.id}
 * @param type how its members share out their work
 * @param protocolType as in {@link GroupSummary}
 * @param state in Kafka's words
 * @param assignor the assignor in use; empty text where there is none
 * @param groupEpoch epoch of the group, empty for a classic one
 * @param members who is in it
 * @param committed the committed offset of each partition that has one; for a share group its start offset
 * @param shareLags for a share group the lag that the brokers count, which knows of records beyond the start offset
 *     that are done; empty for other types
 * @param sessionTimeout how long the coordinator waits for a member that is silent; null where it does not tell
 */
public record GroupDetail(
        String id,
        GroupType type,
        String protocolType,
        String state,
        String assignor,
        OptionalInt groupEpoch,
        List<Member> members,
        Map<PartitionId, Long> committed,
        Map<PartitionId, Long> shareLags,
        @Nullable Duration sessionTimeout) {

    /** Our word for the state of a group that waits for nobody but members which have left for now. */
    public static final String SEAT_KEPT = "SeatKept";

    public GroupDetail {
        members = List.copyOf(members);
        committed = Map.copyOf(committed);
        shareLags = Map.copyOf(shareLags);
    }

    /** Returns a group of consumers of which nothing more is known. */
    public GroupDetail(
            String id,
            GroupType type,
            String state,
            String assignor,
            OptionalInt groupEpoch,
            List<Member> members,
            Map<PartitionId, Long> committed) {
        this(id, type, "consumer", state, assignor, groupEpoch, members, committed, Map.of(), null);
    }

    /** Returns the same with these places. */
    public GroupDetail with(Map<PartitionId, Long> committedNow, Map<PartitionId, Long> shareLagsNow) {
        return new GroupDetail(
                id,
                type,
                protocolType,
                state,
                assignor,
                groupEpoch,
                members,
                committedNow,
                shareLagsNow,
                sessionTimeout);
    }

    /** Returns the same with that time-out. */
    public GroupDetail with(@Nullable Duration sessionTimeoutNow) {
        return new GroupDetail(
                id, type, protocolType, state, assignor, groupEpoch, members, committed, shareLags, sessionTimeoutNow);
    }

    /** Returns the type as a person reads it, as {@link GroupSummary#typeText()}. */
    public String typeText() {
        return typeText(type, protocolType);
    }

    static String typeText(GroupType type, String protocolType) {
        boolean built = type == GroupType.CLASSIC && !protocolType.isEmpty() && !protocolType.equals("consumer");
        return built ? type + " (" + protocolType + ")" : type.toString();
    }

    /** Returns those of its members that have left for now, while the coordinator keeps their seats. */
    public List<Member> seatsKept() {
        return members.stream().filter(Member::seatKept).toList();
    }

    /**
     * Returns the state, or {@link #SEAT_KEPT} where Kafka's own word comes from seats that are kept and from nothing
     * else: a member that has left for now never takes over the epoch of the group.
     */
    public String shownState() {
        List<Member> there =
                members.stream().filter(member -> !member.seatKept()).toList();
        int epoch = groupEpoch.orElse(-1);
        boolean waits = there.isEmpty()
                ? state.equals("Reconciling") || state.equals("Assigning")
                : state.equals("Reconciling")
                        && there.stream()
                                .allMatch(member -> member.memberEpoch().orElse(-1) == epoch);
        return waits && there.size() < members.size() ? SEAT_KEPT : state;
    }

    /**
     * Returns how much of those partitions it has still to read. Partitions without a place of the group do not count,
     * nor do those that are no more: what is committed for a topic outlives it.
     *
     * @param ends the ends of the partitions, as far as they could be read
     */
    public GroupLag lag(Collection<PartitionId> partitions, KnownOffsets ends) {
        GroupLag lag = GroupLag.NONE;
        for (PartitionId partition : new TreeSet<>(partitions)) {
            Long place = committed.get(partition);
            PartitionTrouble trouble = ends.missing().get(partition);
            if (place == null || (trouble != null && trouble.kind() == PartitionTrouble.Kind.GONE)) {
                continue;
            }
            OptionalLong counted = lag(partition, place, ends);
            if (type != GroupType.SHARE && place > ends.offsets().getOrDefault(partition, Long.MAX_VALUE)) {
                lag = lag.plusBeyond(partition);
            } else if (counted.isPresent()) {
                lag = lag.plus(counted.getAsLong());
            } else {
                lag = lag.plus(trouble == null ? untold(partition) : trouble);
            }
        }
        return lag;
    }

    /** Returns how much of all its partitions it has still to read. */
    public GroupLag lag(KnownOffsets ends) {
        return lag(committed.keySet(), ends);
    }

    private OptionalLong lag(PartitionId partition, long place, KnownOffsets ends) {
        if (type == GroupType.SHARE) {
            Long told = shareLags.get(partition);
            return told == null ? OptionalLong.empty() : OptionalLong.of(told);
        }
        Long end = ends.offsets().get(partition);
        return end == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, end - place));
    }

    private static PartitionTrouble untold(PartitionId partition) {
        return new PartitionTrouble(partition, PartitionTrouble.Kind.UNTOLD, "is not counted by the brokers");
    }

    /**
     * A member of a group.
     *
     * @param memberId the id that the coordinator or the client gave it
     * @param clientId its {@code client.id}
     * @param host where it connects from
     * @param instanceId the {@code group.instance.id} of a static member, or null
     * @param memberEpoch its epoch, empty for a classic group
     * @param assignment the partitions it owns; for a streams group those that its active tasks read
     * @param tasks what it does in a streams group
     */
    public record Member(
            String memberId,
            String clientId,
            String host,
            @Nullable String instanceId,
            OptionalInt memberEpoch,
            List<PartitionId> assignment,
            StreamsTasks tasks) {

        /** The epoch by which the coordinator marks a static member that has left and may come back (KIP-848). */
        private static final int LEFT_FOR_NOW = -2;

        public Member {
            assignment = List.copyOf(assignment);
        }

        /** Returns a dynamic member of a group of consumers. */
        public Member(
                String memberId, String clientId, String host, OptionalInt memberEpoch, List<PartitionId> assignment) {
            this(memberId, clientId, host, null, memberEpoch, assignment, StreamsTasks.NONE);
        }

        /**
         * Returns whether it has left for now, while the coordinator keeps its partitions for it. A classic coordinator
         * is not told when a static member closes, so there it is never seen.
         */
        public boolean seatKept() {
            return memberEpoch.orElse(0) == LEFT_FOR_NOW;
        }
    }
}
