package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.group.GroupOffsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Changes commits, and the start offsets of share groups, with an admin client, which its opener closes. Each type of
 * group by its own calls: those of another type answer that the group does not exist.
 */
public final class KafkaGroupOffsets implements GroupOffsets {

    /** The start offset of a share group in a partition from which it has taken nothing yet. */
    private static final long NOT_BEGUN = -1;

    private final Admin admin;
    private final Answers answers;
    private final GroupTypes types;
    private final GroupPlaces places;

    /**
     * Uses that client.
     *
     * @param admin stays open for as long as this is used
     * @param context what the connection's parts share
     */
    public KafkaGroupOffsets(Admin admin, ClientContext context) {
        this.admin = admin;
        this.answers = new Answers(context);
        this.types = new GroupTypes(admin);
        this.places = new GroupPlaces(admin);
    }

    @Override
    public CompletableFuture<Map<PartitionId, PartitionOffset>> committed(String groupId) {
        return answers.forCaller(
                "reading the committed offsets of group " + groupId,
                types.with(groupId, type -> places.ask(Map.of(groupId, type)).thenApply(answer -> answer.orThrowIfNone()
                        .values()
                        .getOrDefault(groupId, GroupPlaces.Places.NONE)
                        .commits())));
    }

    @Override
    public CompletableFuture<Void> commit(String groupId, Collection<PartitionOffset> offsets) {
        return answers.forCaller(
                "committing offsets for group " + groupId,
                types.with(groupId, type -> Answers.raw(commit(groupId, type, offsets))));
    }

    private KafkaFuture<Void> commit(String groupId, GroupType type, Collection<PartitionOffset> offsets) {
        return switch (type) {
            case CLASSIC, CONSUMER ->
                admin.alterConsumerGroupOffsets(groupId, committed(offsets)).all();
            case STREAMS ->
                admin.alterStreamsGroupOffsets(groupId, committed(offsets)).all();
            case SHARE -> admin.alterShareGroupOffsets(groupId, starts(offsets)).all();
            case UNKNOWN -> throw unknown(groupId);
        };
    }

    @Override
    public CompletableFuture<Void> forget(String groupId, Set<PartitionId> partitions) {
        return answers.forCaller(
                "deleting committed offsets of group " + groupId,
                types.with(groupId, type -> Answers.raw(forget(groupId, type, partitions))));
    }

    private KafkaFuture<Void> forget(String groupId, GroupType type, Set<PartitionId> partitions) {
        Set<TopicPartition> wanted = new HashSet<>(Partitions.all(partitions));
        return switch (type) {
            case CLASSIC, CONSUMER ->
                admin.deleteConsumerGroupOffsets(groupId, wanted).all();
            case STREAMS -> admin.deleteStreamsGroupOffsets(groupId, wanted).all();
            case SHARE -> {
                // The call that deletes knows whole topics only.
                Map<TopicPartition, Long> begun = new HashMap<>();
                wanted.forEach(partition -> begun.put(partition, NOT_BEGUN));
                yield admin.alterShareGroupOffsets(groupId, begun).all();
            }
            case UNKNOWN -> throw unknown(groupId);
        };
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Collection<PartitionOffset> offsets) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        offsets.forEach(place -> committed.put(
                Partitions.of(place.partition()),
                new OffsetAndMetadata(
                        place.offset(),
                        Optional.ofNullable(place.leaderEpoch()),
                        Objects.requireNonNullElse(place.metadata(), ""))));
        return committed;
    }

    private static Map<TopicPartition, Long> starts(Collection<PartitionOffset> offsets) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        offsets.forEach(place -> starts.put(Partitions.of(place.partition()), place.offset()));
        return starts;
    }

    private static UnsupportedVersionException unknown(String groupId) {
        return new UnsupportedVersionException(
                "Group " + groupId + " is of a type that came after this version of the client.");
    }
}
