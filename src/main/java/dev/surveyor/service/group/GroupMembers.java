package dev.surveyor.service.group;

import dev.surveyor.domain.consume.MemberSettings;
import java.time.Duration;
import java.util.List;

/** Members of groups that this app runs on one connection. Their callbacks go to the connection's event stream. */
public interface GroupMembers {

    /** Starts a member on a thread of its own and returns at once; what goes wrong is in its status. */
    GroupMember start(MemberSettings settings, List<String> topics);

    /** Returns the members of that group that this app runs or ran, oldest first, consumers of tables included. */
    List<GroupMember> of(String groupId);

    /**
     * Asks the coordinator for the group's members from time to time and puts what changed among members of other
     * programs on the event stream, marked as sampled.
     *
     * @return ends the watching
     */
    Runnable watch(String groupId, Duration interval);
}
