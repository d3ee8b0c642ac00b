package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.group.GroupOffsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Changes commits with an admin client, which its opener closes. */
public final class KafkaGroupOffsets implements GroupOffsets {

    private final Admin admin;
    private final Answers answers;

    /**
     * Uses that client.
     *
     * @param admin stays open for as long as this is used
     * @param context what the connection's parts share
     */
    public KafkaGroupOffsets(Admin admin, ClientContext context) {
        this.admin = admin;
        this.answers = new Answers(context);
    }

    @Override
    public CompletableFuture<Void> commit(String groupId, Map<PartitionId, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> wanted = new HashMap<>();
        offsets.forEach((partition, offset) -> wanted.put(Partitions.of(partition), new OffsetAndMetadata(offset)));
        return answers.forCaller(
                "committing offsets for group " + groupId,
                Answers.raw(admin.alterConsumerGroupOffsets(groupId, wanted).all()));
    }

    @Override
    public CompletableFuture<Void> forget(String groupId, Set<PartitionId> partitions) {
        Set<TopicPartition> wanted = new HashSet<>(Partitions.all(partitions));
        return answers.forCaller(
                "deleting committed offsets of group " + groupId,
                Answers.raw(admin.deleteConsumerGroupOffsets(groupId, wanted).all()));
    }
}
