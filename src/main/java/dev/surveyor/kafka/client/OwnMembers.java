package dev.surveyor.kafka.client;

import dev.surveyor.service.group.GroupMember;
import java.util.ArrayList;
import java.util.List;

/**
 * The members of groups that this connection runs or ran: those of a group's page, and the consumers of tables that
 * joined a group. It tells them from members of other programs. Safe for use by any thread.
 */
public final class OwnMembers {

    /** Ended members are kept for their lanes, up to a number; the oldest go first. */
    private static final int KEPT = 200;

    private final List<GroupMember> members = new ArrayList<>();

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

    /** Returns whether one of the members, ended ones included, has that client id. */
    public synchronized boolean hasClient(String clientId) {
        return members.stream().anyMatch(member -> member.status().clientId().equals(clientId));
    }
}
