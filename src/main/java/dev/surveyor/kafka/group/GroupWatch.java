package dev.surveyor.kafka.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.GroupMember;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final WatchReports reports;
    private Map<String, Member> before = Map.of();
    private final Set<String> toldLost = new HashSet<>();
    private boolean asking;

    GroupWatch(String groupId, ClusterReader reader, ClientContext context) {
        this.groupId = groupId;
        this.reader = reader;
        this.context = context;
        this.reports = new WatchReports(groupId, context);
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
        Set<String> seats = new HashSet<>();
        for (Member member : members) {
            now.put(member.memberId(), member);
            if (member.instanceId() != null) {
                seats.add(member.instanceId());
            }
        }
        reportLost(now, seats, detail);
        before.values().stream()
                .filter(member -> !now.containsKey(member.memberId()) && !own(member))
                .filter(member -> member.instanceId() == null || !seats.contains(member.instanceId()))
                .forEach(member -> reports.member(member, Kind.LEFT, List.of(), detail, whyGone(member)));
        now.values().stream()
                .filter(member -> member.seatKept() && !wasKept(member) && !own(member))
                .forEach(member -> reports.member(
                        member, Kind.SEAT_KEPT, member.assignment(), detail, "the coordinator keeps its seat"));
        // Who lost partitions comes first, so that nobody has two owners.
        changed(now).filter(this::shrank).forEach(member -> changed(member, detail));
        for (Member member : members) {
            if (!member.seatKept() && isNewOrBack(member) && !own(member)) {
                reports.member(member, Kind.JOINED, member.assignment(), detail, "seen at " + member.host());
            }
        }
        changed(now).filter(member -> !shrank(member)).forEach(member -> changed(member, detail));
        before = now;
    }

    private static String whyGone(Member member) {
        return member.seatKept() ? "its seat is no longer kept" : "no longer in the group";
    }

    private boolean wasKept(Member member) {
        Member earlier = before.get(member.memberId());
        return earlier != null && earlier.seatKept();
    }

    private boolean isNewOrBack(Member member) {
        return !before.containsKey(member.memberId()) || wasKept(member);
    }

    private java.util.stream.Stream<Member> changed(Map<String, Member> now) {
        return now.values().stream().filter(member -> {
            Member earlier = before.get(member.memberId());
            return earlier != null
                    && !member.seatKept()
                    && !earlier.seatKept()
                    && !earlier.assignment().equals(member.assignment())
                    && !own(member);
        });
    }

    private boolean shrank(Member member) {
        Member earlier = before.get(member.memberId());
        return earlier != null
                && member.assignment().size() < earlier.assignment().size();
    }

    private void changed(Member member, @Nullable GroupDetail detail) {
        reports.member(member, Kind.ASSIGNMENT_CHANGED, member.assignment(), detail, "");
    }

    /** Reports members of this app that went silent and that the coordinator no longer lists. */
    private void reportLost(Map<String, Member> now, Set<String> seats, @Nullable GroupDetail detail) {
        // Under the consumer protocol a member keeps its id when it comes back.
        toldLost.removeAll(now.keySet());
        for (GroupMember each : context.members().of(groupId)) {
            MemberStatus status = each.status();
            boolean gone = status.generation() >= 0 && !now.containsKey(status.memberId());
            if (!gone || toldLost.contains(status.memberId())) {
                continue;
            }
            String instanceId = status.settings().instanceId();
            if (status.phase() == Phase.NOT_POLLING) {
                tellLost(status, Kind.POLLED_TOO_LATE, detail, "max.poll.interval.ms ran out");
            } else if (status.phase() == Phase.VANISHED && instanceId != null && seats.contains(instanceId)) {
                tellLost(status, Kind.FENCED, detail, "a member with the same group.instance.id took its seat");
            } else if (status.phase() == Phase.VANISHED && context.members().wasRemoved(status)) {
                tellLost(status, Kind.LEFT, detail, "removed from the group by its group.instance.id");
            } else if (status.phase() == Phase.VANISHED) {
                tellLost(status, Kind.SESSION_RAN_OUT, detail, "the coordinator gave up waiting for it");
            }
        }
    }

    private void tellLost(MemberStatus status, Kind kind, @Nullable GroupDetail detail, String reason) {
        toldLost.add(status.memberId());
        reports.own(status, kind, detail, reason);
    }

    private boolean own(Member member) {
        return context.members().hasClient(member.clientId());
    }
}
