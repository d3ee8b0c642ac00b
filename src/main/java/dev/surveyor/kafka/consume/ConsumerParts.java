package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientContext;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the parts of one running consumer share.
 *
 * @param client the Apache client; poll thread only
 * @param clientId its {@code client.id}
 * @param context what the connection's parts share
 * @param offsets finds offsets for this client
 */
record ConsumerParts(
        Consumer<ByteBuffer, ByteBuffer> client, String clientId, ClientContext context, OffsetLookup offsets) {

    /**
     * @param isolation what the client may read of transactions
     * @param stopping whether its poll thread is wanted elsewhere
     */
    static ConsumerParts of(
            Consumer<ByteBuffer, ByteBuffer> client,
            String clientId,
            ClientContext context,
            IsolationLevel isolation,
            BooleanSupplier stopping) {
        return new ConsumerParts(client, clientId, context, new OffsetLookup(client, context, isolation, stopping));
    }

    static TopicPartition partition(PartitionId id) {
        return new TopicPartition(id.topic(), id.partition());
    }

    static PartitionId id(TopicPartition partition) {
        return new PartitionId(partition.topic(), partition.partition());
    }

    static <V> Map<PartitionId, V> byId(Map<TopicPartition, V> byPartition) {
        Map<PartitionId, V> byId = new HashMap<>();
        byPartition.forEach((partition, value) -> byId.put(id(partition), value));
        return byId;
    }

    static List<PartitionId> sorted(Collection<TopicPartition> partitions) {
        return partitions.stream().map(ConsumerParts::id).sorted().toList();
    }
}
