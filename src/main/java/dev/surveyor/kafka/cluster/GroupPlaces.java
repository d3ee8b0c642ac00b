package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.cluster.Answers.Partial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks where groups stand, each type by its own call. */
final class GroupPlaces {

    private final Admin admin;

    GroupPlaces(Admin admin) {
        this.admin = admin;
    }

    /**
     * Where a group stands.
     *
     * @param commits the committed offsets with what was committed with them; of a share group the start offsets
     * @param shareLags what the brokers count for a share group, partitions left out for which they do not; empty for
     *     other types
     */
    record Places(Map<PartitionId, PartitionOffset> commits, Map<PartitionId, Long> shareLags) {
        static final Places NONE = new Places(Map.of(), Map.of());

        /** Returns the offsets alone. */
        Map<PartitionId, Long> offsets() {
            Map<PartitionId, Long> offsets = new HashMap<>();
            commits.forEach((partition, commit) -> offsets.put(partition, commit.offset()));
            return offsets;
        }
    }

    /** Returns the places of those groups that could be read. */
    CompletableFuture<Partial<String, Places>> ask(Map<String, GroupType> groups) {
        Map<String, KafkaFuture<Places>> futures = new HashMap<>();
        for (GroupType type : GroupType.values()) {
            List<String> ids = GroupTypes.of(type, groups);
            if (!ids.isEmpty()) {
                futures.putAll(ask(type, ids));
            }
        }
        return Answers.partial(futures);
    }

    private Map<String, KafkaFuture<Places>> ask(GroupType type, List<String> ids) {
        return switch (type) {
            case CLASSIC, CONSUMER -> {
                var result = admin.listConsumerGroupOffsets(specs(ids, id -> new ListConsumerGroupOffsetsSpec()));
                yield each(ids, id -> result.partitionsToOffsetAndMetadata(id).thenApply(GroupPlaces::committed));
            }
            case STREAMS -> {
                var result = admin.listStreamsGroupOffsets(specs(ids, id -> new ListStreamsGroupOffsetsSpec()));
                yield each(ids, id -> result.partitionsToOffsetAndMetadata(id).thenApply(GroupPlaces::committed));
            }
            case SHARE -> {
                var result = admin.listShareGroupOffsets(specs(ids, id -> new ListShareGroupOffsetsSpec()));
                yield each(ids, id -> result.partitionsToOffsetInfo(id).thenApply(GroupPlaces::starts));
            }
            case UNKNOWN -> Map.of();
        };
    }

    private static <S> Map<String, S> specs(List<String> ids, Function<String, S> spec) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), spec));
    }

    private static Map<String, KafkaFuture<Places>> each(
            List<String> ids, Function<String, KafkaFuture<Places>> future) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), future));
    }

    /** The client answers null for a partition without a committed offset. */
    private static Places committed(Map<TopicPartition, @Nullable OffsetAndMetadata> committed) {
        Map<PartitionId, PartitionOffset> commits = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                PartitionId id = Partitions.of(partition);
                commits.put(
                        id,
                        new PartitionOffset(
                                id,
                                offset.offset(),
                                offset.metadata(),
                                null,
                                offset.leaderEpoch().orElse(null)));
            }
        });
        return new Places(commits, Map.of());
    }

    /**
     * A share group has a start offset where others have a committed one; none, or one below zero, before its first
     * record. What follows the start may be done already, which the brokers alone know.
     */
    private static Places starts(Map<TopicPartition, @Nullable SharePartitionOffsetInfo> infos) {
        Map<PartitionId, PartitionOffset> starts = new HashMap<>();
        Map<PartitionId, Long> lags = new HashMap<>();
        infos.forEach((partition, info) -> {
            if (info != null && info.startOffset() >= 0) {
                PartitionId id = Partitions.of(partition);
                starts.put(id, PartitionOffset.of(id, info.startOffset()));
                info.lag().filter(lag -> lag >= 0).ifPresent(lag -> lags.put(Partitions.of(partition), lag));
            }
        });
        return new Places(starts, lags);
    }
}
