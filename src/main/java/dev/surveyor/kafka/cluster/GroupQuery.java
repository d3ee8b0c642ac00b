package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.cluster.Answers.Partial;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Reads groups: the list with members and lag, one group in detail, committed offsets. */
final class GroupQuery {

    private final Admin admin;
    private final OffsetQuery offsets;
    private final GroupDescriptions descriptions;

    GroupQuery(Admin admin, OffsetQuery offsets) {
        this.admin = admin;
        this.offsets = offsets;
        this.descriptions = new GroupDescriptions(admin);
    }

    /** Returns every group; members and lag stay empty where they may not be read. */
    CompletableFuture<List<GroupSummary>> list() {
        return Answers.raw(admin.listGroups().valid()).thenCompose(listed -> {
            CompletableFuture<Partial<String, GroupDetail>> described = descriptions.ask(listed);
            CompletableFuture<Map<String, Map<TopicPartition, Long>>> committed = committed(listed);
            CompletableFuture<Map<TopicPartition, Long>> ends = committed.thenCompose(this::ends);
            return CompletableFuture.allOf(described, committed, ends).thenApply(done -> listed.stream()
                    .map(group -> summary(
                            group,
                            described.join().values().get(group.groupId()),
                            committed.join().getOrDefault(group.groupId(), Map.of()),
                            ends.join()))
                    .sorted(Comparator.comparing(GroupSummary::id))
                    .toList());
        });
    }

    /** Returns the group, or fails with {@link GroupIdNotFoundException}. */
    CompletableFuture<GroupDetail> one(String groupId) {
        return Answers.raw(admin.listGroups().all()).thenCompose(all -> {
            List<GroupListing> listed = all.stream()
                    .filter(group -> group.groupId().equals(groupId))
                    .toList();
            if (listed.isEmpty()) {
                return CompletableFuture.failedFuture(new GroupIdNotFoundException("Group " + groupId + " not found."));
            }
            return descriptions.ask(listed).thenCombine(committed(listed), (described, committed) -> {
                GroupDetail group = Objects.requireNonNull(
                        described.orThrowIfNone().values().get(groupId), groupId);
                return withCommitted(group, committed.getOrDefault(groupId, Map.of()));
            });
        });
    }

    /** Returns the committed offsets of a group of the classic or the consumer protocol. */
    CompletableFuture<Map<TopicPartition, Long>> committed(String groupId) {
        return Answers.raw(admin.listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata())
                .thenApply(GroupQuery::plain);
    }

    private CompletableFuture<Map<String, Map<TopicPartition, Long>>> committed(Collection<GroupListing> listed) {
        Map<String, ListConsumerGroupOffsetsSpec> consumer = new HashMap<>();
        Map<String, ListStreamsGroupOffsetsSpec> streams = new HashMap<>();
        Map<String, ListShareGroupOffsetsSpec> share = new HashMap<>();
        for (GroupListing group : listed) {
            switch (group.type().orElse(GroupType.CLASSIC)) {
                case SHARE -> share.put(group.groupId(), new ListShareGroupOffsetsSpec());
                case STREAMS -> streams.put(group.groupId(), new ListStreamsGroupOffsetsSpec());
                default -> consumer.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
            }
        }
        Map<String, KafkaFuture<Map<TopicPartition, Long>>> futures = new HashMap<>();
        if (!consumer.isEmpty()) {
            var result = admin.listConsumerGroupOffsets(consumer);
            consumer.keySet()
                    .forEach(id -> futures.put(
                            id, result.partitionsToOffsetAndMetadata(id).thenApply(GroupQuery::plain)));
        }
        if (!streams.isEmpty()) {
            var result = admin.listStreamsGroupOffsets(streams);
            streams.keySet()
                    .forEach(id -> futures.put(
                            id, result.partitionsToOffsetAndMetadata(id).thenApply(GroupQuery::plain)));
        }
        if (!share.isEmpty()) {
            var result = admin.listShareGroupOffsets(share);
            share.keySet()
                    .forEach(id ->
                            futures.put(id, result.partitionsToOffsetInfo(id).thenApply(GroupQuery::starts)));
        }
        return Answers.partial(futures).thenApply(Partial::values);
    }

    private CompletableFuture<Map<TopicPartition, Long>> ends(Map<String, Map<TopicPartition, Long>> committed) {
        Set<TopicPartition> partitions = new HashSet<>();
        committed.values().forEach(group -> partitions.addAll(group.keySet()));
        return partitions.isEmpty()
                ? CompletableFuture.completedFuture(Map.of())
                : offsets.end(partitions).exceptionally(notTold -> Map.of());
    }

    private static GroupSummary summary(
            GroupListing listing,
            @Nullable GroupDetail described,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, Long> ends) {
        return new GroupSummary(
                listing.groupId(),
                listing.type().map(Object::toString).orElse("Unknown"),
                described == null ? listing.groupState().map(Object::toString).orElse("Unknown") : described.state(),
                described == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(described.members().size()),
                lag(committed, ends));
    }

    private static OptionalLong lag(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
        long lag = 0;
        boolean known = false;
        for (Map.Entry<TopicPartition, Long> place : committed.entrySet()) {
            Long end = ends.get(place.getKey());
            if (end != null) {
                lag += Math.max(0, end - place.getValue());
                known = true;
            }
        }
        return known ? OptionalLong.of(lag) : OptionalLong.empty();
    }

    private static GroupDetail withCommitted(GroupDetail group, Map<TopicPartition, Long> committed) {
        Map<PartitionId, Long> byId = new HashMap<>();
        committed.forEach((partition, offset) -> byId.put(Partitions.of(partition), offset));
        return new GroupDetail(
                group.id(), group.type(), group.state(), group.assignor(), group.groupEpoch(), group.members(), byId);
    }

    /** The client answers null for a partition without a committed offset. */
    private static Map<TopicPartition, Long> plain(Map<TopicPartition, @Nullable OffsetAndMetadata> committed) {
        Map<TopicPartition, Long> plain = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                plain.put(partition, offset.offset());
            }
        });
        return plain;
    }

    /** A share group has a start offset where others have a committed one; below zero it has none yet. */
    private static Map<TopicPartition, Long> starts(Map<TopicPartition, @Nullable SharePartitionOffsetInfo> infos) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        infos.forEach((partition, info) -> {
            if (info != null && info.startOffset() >= 0) {
                starts.put(partition, info.startOffset());
            }
        });
        return starts;
    }
}
