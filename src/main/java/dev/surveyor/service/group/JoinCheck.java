package dev.surveyor.service.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.service.cluster.ClusterReader;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Asks what a group is before a consumer joins it. Safe for use by any thread; nothing blocks. */
public final class JoinCheck {

    private final ClusterReader cluster;

    public JoinCheck(ClusterReader cluster) {
        this.cluster = cluster;
    }

    /**
     * What a join would be.
     *
     * @param member how the member would take part
     * @param answer whether it may
     */
    public record Joining(MemberSettings member, JoinAnswer answer) {}

    /**
     * Returns whether a member of those settings may join its group; one for which no assignor is chosen goes by the
     * protocol of the group. A group that is not there, or may not be read, is nobody's as far as is known: the
     * coordinator then has the last word.
     */
    public CompletableFuture<Joining> ask(MemberSettings member) {
        return cluster.group(member.groupId()).handle((group, unknown) -> {
            if (group == null) {
                return new Joining(member, new JoinAnswer.Free());
            }
            MemberSettings suited = member.assignor() == Assignor.DEFAULT ? member.with(assignorFor(group)) : member;
            return new Joining(suited, of(group, suited.assignor()));
        });
    }

    /** Returns whether a member of that assignor may join the group. */
    public static JoinAnswer of(GroupDetail group, Assignor assignor) {
        return JoinAnswer.of(
                group.id(), group.type(), group.protocolType(), group.members().isEmpty(), assignor.protocol());
    }

    /** Returns the assignor of the group, or the usual one of its protocol; the client's default for other groups. */
    public static Assignor assignorFor(GroupDetail group) {
        if (!group.type().ofConsumers()) {
            return Assignor.DEFAULT;
        }
        return Arrays.stream(Assignor.values())
                .filter(each -> each.protocol().equals(group.type().toString()))
                .filter(each -> each.assignorName().equals(group.assignor()))
                .findFirst()
                .orElse(group.type() == GroupType.CONSUMER ? Assignor.CONSUMER_UNIFORM : Assignor.DEFAULT);
    }
}
