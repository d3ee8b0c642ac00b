package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
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
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;

/** Describes groups of every type with one question per type, and brings the answers into one form. */
final class GroupDescriptions {

    private final Admin admin;

    GroupDescriptions(Admin admin) {
        this.admin = admin;
    }

    /** Returns the groups that could be described, without their committed offsets. */
    CompletableFuture<Partial<String, GroupDetail>> ask(Collection<GroupListing> listed) {
        Map<String, KafkaFuture<GroupDetail>> futures = new HashMap<>();
        List<String> classic = ids(listed, GroupType.CLASSIC);
        if (!classic.isEmpty()) {
            futures.putAll(map(admin.describeClassicGroups(classic).describedGroups(), GroupDescriptions::of));
        }
        List<String> consumer = ids(listed, GroupType.CONSUMER);
        if (!consumer.isEmpty()) {
            futures.putAll(map(admin.describeConsumerGroups(consumer).describedGroups(), GroupDescriptions::of));
        }
        List<String> share = ids(listed, GroupType.SHARE);
        if (!share.isEmpty()) {
            futures.putAll(map(admin.describeShareGroups(share).describedGroups(), GroupDescriptions::of));
        }
        List<String> streams = ids(listed, GroupType.STREAMS);
        if (!streams.isEmpty()) {
            futures.putAll(map(admin.describeStreamsGroups(streams).describedGroups(), GroupDescriptions::of));
        }
        return Answers.partial(futures);
    }

    private static List<String> ids(Collection<GroupListing> listed, GroupType type) {
        return listed.stream()
                .filter(group -> group.type().orElse(GroupType.CLASSIC) == type)
                .map(GroupListing::groupId)
                .toList();
    }

    private static <T> Map<String, KafkaFuture<GroupDetail>> map(
            Map<String, KafkaFuture<T>> futures, Function<T, GroupDetail> detail) {
        Map<String, KafkaFuture<GroupDetail>> mapped = new HashMap<>();
        futures.forEach((id, future) -> mapped.put(id, future.thenApply(detail::apply)));
        return mapped;
    }

    private static GroupDetail of(ClassicGroupDescription group) {
        return detail(
                group.groupId(),
                GroupType.CLASSIC,
                group.state().toString(),
                group.protocolData(),
                OptionalInt.empty(),
                members(group.members()));
    }

    private static GroupDetail of(ConsumerGroupDescription group) {
        return detail(
                group.groupId(),
                GroupType.CONSUMER,
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
                group.groupState().toString(),
                "",
                OptionalInt.of(group.groupEpoch()),
                members);
    }

    /** Tasks of a streams group are not partitions, so its members show none. */
    private static GroupDetail of(StreamsGroupDescription group) {
        List<Member> members = group.members().stream()
                .map(member -> new Member(
                        member.memberId(),
                        member.clientId(),
                        member.clientHost(),
                        OptionalInt.of(member.memberEpoch()),
                        List.of()))
                .toList();
        return detail(
                group.groupId(),
                GroupType.STREAMS,
                group.groupState().toString(),
                group.assignorName().orElse(""),
                OptionalInt.of(group.groupEpoch()),
                members);
    }

    private static List<Member> members(Collection<MemberDescription> members) {
        return members.stream()
                .map(member -> new Member(
                        member.consumerId(),
                        member.clientId(),
                        member.host(),
                        member.memberEpoch().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        Partitions.sorted(member.assignment().topicPartitions())))
                .toList();
    }

    private static GroupDetail detail(
            String id, GroupType type, String state, String assignor, OptionalInt epoch, List<Member> members) {
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(Member::clientId).thenComparing(Member::memberId));
        return new GroupDetail(id, type.toString(), state, assignor, epoch, sorted, Map.of());
    }
}
