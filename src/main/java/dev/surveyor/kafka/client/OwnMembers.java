package dev.surveyor.kafka.client;

import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.service.group.GroupMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The members of groups that this connection runs or ran: those of a group's page, and the consumers of tables that
 * joined a group. It tells them from members of other programs. Safe for use by any thread.
 */
public final class OwnMembers {

    /** Ended members are kept for their lanes, up to a number; the oldest go first. */
    private static final int KEPT = 200;

    private final List<GroupMember> members = new ArrayList<>();

    /** The ids by which the coordinator knew members that somebody took out of their groups. */
    private final Set<String> removed = new HashSet<>();

    /** Adds a member when it starts. */
    public synchronized void add(GroupMember member) {
        if (members.size() >= KEPT) {
            members.remove(0);
        }
        members.add(member);
    }

    /** Returns the members of the group, ended ones included, oldest first. */
    public synchronized List<GroupMember> of(String groupId) {
        return members.stream()
                .filter(member -> member.status().settings().groupId().equals(groupId))
                .toList();
    }

    /** Notes that the static members of that id which have ended were taken out of the group from outside. */
    public synchronized void noteRemoved(String groupId, String instanceId) {
        of(groupId).stream()
                .map(GroupMember::status)
                .filter(status -> instanceId.equals(status.settings().instanceId()))
                .forEach(status -> removed.add(status.memberId()));
    }

    /** Returns whether the member was taken out of its group from outside. */
    public synchronized boolean wasRemoved(MemberStatus status) {
        return removed.contains(status.memberId());
    }

    /** Returns whether one of the members, ended ones included, has that client id. */
    public synchronized boolean hasClient(String clientId) {
        return members.stream().anyMatch(member -> member.status().clientId().equals(clientId));
    }
}
