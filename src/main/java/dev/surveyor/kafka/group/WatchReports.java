package dev.surveyor.kafka.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientContext;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts on the event stream what was seen of members by asking the coordinator. */
final class WatchReports {

    private final String groupId;
    private final ClientContext context;

    WatchReports(String groupId, ClientContext context) {
        this.groupId = groupId;
        this.context = context;
    }

    /** Reports of a member of another program. */
    void member(
            Member member,
            MemberChanged.Kind kind,
            List<PartitionId> partitions,
            @Nullable GroupDetail detail,
            String reason) {
        List<MovedPartition> moved = partitions.stream()
                .map(partition -> new MovedPartition(partition, OptionalLong.empty(), committed(partition, detail)))
                .toList();
        String instanceId = member.instanceId();
        context.events()
                .publish(new MemberChanged(
                        context.clock().instant(),
                        member.clientId(),
                        groupId,
                        member.memberId(),
                        instanceId == null ? "" : instanceId,
                        epoch(detail),
                        kind,
                        true,
                        detail != null && detail.type() == GroupType.SHARE,
                        moved,
                        reason));
    }

    /** Reports of a member of this app. */
    void own(MemberStatus status, MemberChanged.Kind kind, @Nullable GroupDetail detail, String reason) {
        context.events()
                .publish(new MemberChanged(
                        context.clock().instant(),
                        status.clientId(),
                        groupId,
                        status.memberId(),
                        epoch(detail),
                        kind,
                        true,
                        List.of(),
                        reason));
    }

    private static int epoch(@Nullable GroupDetail detail) {
        return detail == null ? -1 : detail.groupEpoch().orElse(-1);
    }

    private static OptionalLong committed(PartitionId partition, @Nullable GroupDetail detail) {
        Long offset = detail == null || detail.type() == GroupType.SHARE
                ? null
                : detail.committed().get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
