package dev.surveyor.service.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.service.cluster.ClusterReader;
import java.util.concurrent.CompletableFuture;

/** Asks what a group is before a consumer joins it. Safe for use by any thread; nothing blocks. */
public final class JoinCheck {

    private final ClusterReader cluster;

    public JoinCheck(ClusterReader cluster) {
        this.cluster = cluster;
    }

    /**
     * Returns whether a member of those settings may join its group. A group that is not there, or may not be read, is
     * nobody's as far as is known: the coordinator then has the last word.
     */
    public CompletableFuture<JoinAnswer> ask(MemberSettings member) {
        return cluster.group(member.groupId())
                .handle((group, unknown) -> group == null ? new JoinAnswer.Free() : of(group, member.assignor()));
    }

    /** Returns whether a member of that assignor may join the group. */
    public static JoinAnswer of(GroupDetail group, MemberSettings.Assignor assignor) {
        return JoinAnswer.of(
                group.id(), group.type(), group.protocolType(), group.members().isEmpty(), assignor.protocol());
    }
}
