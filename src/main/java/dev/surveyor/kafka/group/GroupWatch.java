package dev.surveyor.kafka.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.GroupMember;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the coordinator says of a group with what it said before, and reports what changed among members of
 * other programs, and members of this one that the coordinator has given up on.
 */
final class GroupWatch {

    private final String groupId;
    private final ClusterReader reader;
    private final ClientContext context;
    private Map<String, Member> before = Map.of();
    private final Set<String> toldLost = new HashSet<>();
    private boolean asking;

    GroupWatch(String groupId, ClusterReader reader, ClientContext context) {
        this.groupId = groupId;
        this.reader = reader;
        this.context = context;
    }

    /** Asks once, unless the last question is not answered yet. */
    void ask() {
        synchronized (this) {
            if (asking) {
                return;
            }
            asking = true;
        }
        var unused = reader.group(groupId).whenComplete(this::answered);
    }

    private synchronized void answered(@Nullable GroupDetail detail, @Nullable Throwable thrown) {
        asking = false;
        if (detail != null) {
            compare(detail.members(), detail);
        } else if (notFound(thrown)) {
            // A classic group without members and offsets is forgotten by its coordinator.
            compare(List.of(), null);
        }
    }

    private static boolean notFound(@Nullable Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof GroupIdNotFoundException) {
                return true;
            }
        }
        return false;
    }

    private void compare(List<Member> members, @Nullable GroupDetail detail) {
        Map<String, Member> now = new HashMap<>();
        members.forEach(member -> now.put(member.memberId(), member));
        reportLost(now, detail);
        before.values().stream()
                .filter(member -> !now.containsKey(member.memberId()) && !own(member))
                .forEach(member -> publish(member, Kind.LEFT, List.of(), detail, "no longer in the group"));
        // Who lost partitions comes first, so that nobody has two owners.
        changed(now).filter(member -> shrank(member)).forEach(member -> changed(member, detail));
        for (Member member : members) {
            if (!before.containsKey(member.memberId()) && !own(member)) {
                publish(member, Kind.JOINED, member.assignment(), detail, "seen at " + member.host());
            }
        }
        changed(now).filter(member -> !shrank(member)).forEach(member -> changed(member, detail));
        before = now;
    }

    private java.util.stream.Stream<Member> changed(Map<String, Member> now) {
        return now.values().stream().filter(member -> {
            Member earlier = before.get(member.memberId());
            return earlier != null && !earlier.assignment().equals(member.assignment()) && !own(member);
        });
    }

    private boolean shrank(Member member) {
        Member earlier = before.get(member.memberId());
        return earlier != null
                && member.assignment().size() < earlier.assignment().size();
    }

    private void changed(Member member, @Nullable GroupDetail detail) {
        publish(member, Kind.ASSIGNMENT_CHANGED, member.assignment(), detail, "");
    }

    /** Reports members of this app that went silent and that the coordinator no longer lists. */
    private void reportLost(Map<String, Member> now, @Nullable GroupDetail detail) {
        for (GroupMember each : context.members().of(groupId)) {
            MemberStatus status = each.status();
            boolean silent =
                    status.phase() == MemberStatus.Phase.VANISHED || status.phase() == MemberStatus.Phase.NOT_POLLING;
            boolean gone = status.generation() >= 0 && !now.containsKey(status.memberId());
            if (silent && gone && toldLost.add(status.memberId())) {
                String reason = status.phase() == MemberStatus.Phase.VANISHED
                        ? "session.timeout.ms ran out"
                        : "max.poll.interval.ms ran out";
                int epoch = detail == null ? -1 : detail.groupEpoch().orElse(-1);
                context.events()
                        .publish(new MemberChanged(
                                context.clock().instant(),
                                status.clientId(),
                                groupId,
                                status.memberId(),
                                epoch,
                                Kind.SESSION_RAN_OUT,
                                true,
                                List.of(),
                                reason));
            }
        }
    }

    private boolean own(Member member) {
        return context.members().hasClient(member.clientId());
    }

    private void publish(
            Member member, Kind kind, List<PartitionId> partitions, @Nullable GroupDetail detail, String reason) {
        List<MovedPartition> moved = partitions.stream()
                .map(partition -> new MovedPartition(partition, OptionalLong.empty(), committed(partition, detail)))
                .toList();
        int epoch = detail == null ? -1 : detail.groupEpoch().orElse(-1);
        context.events()
                .publish(new MemberChanged(
                        context.clock().instant(),
                        member.clientId(),
                        groupId,
                        member.memberId(),
                        epoch,
                        kind,
                        true,
                        moved,
                        reason));
    }

    private static OptionalLong committed(PartitionId partition, @Nullable GroupDetail detail) {
        Long offset = detail == null ? null : detail.committed().get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
