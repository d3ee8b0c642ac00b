package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.StreamsTasks;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.cluster.Answers.Partial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.common.ClassicGroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Describes groups of every type with one question per type, and brings the answers into one form. */
final class GroupDescriptions {

    private final Admin admin;

    GroupDescriptions(Admin admin) {
        this.admin = admin;
    }

    /** Returns the groups that could be described, without their places. */
    CompletableFuture<Partial<String, GroupDetail>> ask(Map<String, GroupType> groups) {
        Map<String, KafkaFuture<GroupDetail>> futures = new HashMap<>();
        for (GroupType type : GroupType.values()) {
            List<String> ids = GroupTypes.of(type, groups);
            if (!ids.isEmpty()) {
                futures.putAll(ask(type, ids));
            }
        }
        return Answers.partial(futures);
    }

    private Map<String, KafkaFuture<GroupDetail>> ask(GroupType type, List<String> ids) {
        return switch (type) {
            case CLASSIC -> map(admin.describeClassicGroups(ids).describedGroups(), GroupDescriptions::of);
            case CONSUMER -> map(admin.describeConsumerGroups(ids).describedGroups(), GroupDescriptions::of);
            case SHARE -> map(admin.describeShareGroups(ids).describedGroups(), GroupDescriptions::of);
            case STREAMS -> map(admin.describeStreamsGroups(ids).describedGroups(), GroupDescriptions::of);
            case UNKNOWN -> Map.of();
        };
    }

    private static <T> Map<String, KafkaFuture<GroupDetail>> map(
            Map<String, KafkaFuture<T>> futures, Function<T, GroupDetail> detail) {
        Map<String, KafkaFuture<GroupDetail>> mapped = new HashMap<>();
        futures.forEach((id, future) -> mapped.put(id, future.thenApply(detail::apply)));
        return mapped;
    }

    /** Brokers before 4.0 call a group dead that they do not have, or have as one of another type. */
    private static GroupDetail of(ClassicGroupDescription group) {
        if (group.state() == ClassicGroupState.DEAD) {
            throw new GroupIdNotFoundException("Group " + group.groupId() + " is not a classic group.");
        }
        return detail(
                group.groupId(),
                GroupType.CLASSIC,
                group.protocol(),
                group.state().toString(),
                group.protocolData(),
                OptionalInt.empty(),
                members(group.members()));
    }

    /** The client asks for a classic group by itself where the coordinator has one under that id. */
    private static GroupDetail of(ConsumerGroupDescription group) {
        return detail(
                group.groupId(),
                GroupTypes.of(group.type()),
                "consumer",
                group.groupState().toString(),
                group.partitionAssignor(),
                group.groupEpoch().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                members(group.members()));
    }

    private static GroupDetail of(ShareGroupDescription group) {
        List<Member> members = group.members().stream()
                .map(member -> new Member(
                        member.consumerId(),
                        member.clientId(),
                        member.host(),
                        OptionalInt.of(member.memberEpoch()),
                        Partitions.sorted(member.assignment().topicPartitions())))
                .toList();
        return detail(
                group.groupId(),
                GroupType.SHARE,
                "share",
                group.groupState().toString(),
                "",
                OptionalInt.of(group.groupEpoch()),
                members);
    }

    private static GroupDetail of(StreamsGroupDescription group) {
        TaskTopics topics = new TaskTopics(group.subtopologies());
        List<Member> members = group.members().stream()
                .map(member -> new Member(
                        member.memberId(),
                        member.clientId(),
                        member.clientHost(),
                        member.instanceId().orElse(null),
                        OptionalInt.of(member.memberEpoch()),
                        topics.partitionsOf(member.assignment().activeTasks()),
                        new StreamsTasks(
                                ids(member.assignment().activeTasks()),
                                ids(member.assignment().standbyTasks()),
                                ids(member.assignment().warmupTasks()))))
                .toList();
        return detail(
                group.groupId(),
                GroupType.STREAMS,
                "streams",
                group.groupState().toString(),
                group.assignorName().orElse(""),
                OptionalInt.of(group.groupEpoch()),
                members);
    }

    private static List<String> ids(List<TaskIds> tasks) {
        return tasks.stream()
                .flatMap(each -> each.partitions().stream().map(partition -> each.subtopologyId() + "_" + partition))
                .sorted()
                .toList();
    }

    private static List<Member> members(Collection<MemberDescription> members) {
        return members.stream()
                .map(member -> new Member(
                        member.consumerId(),
                        member.clientId(),
                        member.host(),
                        member.groupInstanceId().orElse(null),
                        member.memberEpoch().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        Partitions.sorted(member.assignment().topicPartitions()),
                        StreamsTasks.NONE))
                .toList();
    }

    private static GroupDetail detail(
            String id,
            GroupType type,
            String protocolType,
            String state,
            String assignor,
            OptionalInt epoch,
            List<Member> members) {
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(Member::clientId).thenComparing(Member::memberId));
        return new GroupDetail(
                id, type, protocolType, state, assignor, epoch, sorted, Map.of(), Map.<PartitionId, Long>of(), null);
    }
}
