package dev.surveyor.kafka.consume;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientContext;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the parts of one running consumer share.
 *
 * @param client the Apache client; poll thread only
 * @param clientId its {@code client.id}
 * @param context what the connection's parts share
 * @param offsets asks for offsets with this client; poll thread only
 */
record Reading(Consumer<ByteBuffer, ByteBuffer> client, String clientId, ClientContext context, OffsetLookup offsets) {

    Reading(Consumer<ByteBuffer, ByteBuffer> client, String clientId, ClientContext context) {
        this(client, clientId, context, new OffsetLookup(client));
    }

    static TopicPartition partition(PartitionId id) {
        return new TopicPartition(id.topic(), id.partition());
    }

    static PartitionId id(TopicPartition partition) {
        return new PartitionId(partition.topic(), partition.partition());
    }

    static List<PartitionId> sorted(Collection<TopicPartition> partitions) {
        return partitions.stream().map(Reading::id).sorted().toList();
    }
}
