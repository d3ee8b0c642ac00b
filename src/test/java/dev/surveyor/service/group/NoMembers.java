package dev.surveyor.service.group;

import dev.surveyor.domain.consume.MemberSettings;
import java.time.Duration;
import java.util.List;

/** An app that runs no member of any group. */
public final class NoMembers implements GroupMembers {

    @Override
    public GroupMember start(MemberSettings settings, List<String> topics) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<GroupMember> of(String groupId) {
        return List.of();
    }

    @Override
    public Runnable watch(String groupId, Duration interval) {
        return () -> {};
    }
}
