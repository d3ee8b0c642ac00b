package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Between the partitions of the domain and those of the clients. */
final class Partitions {

    private Partitions() {}

    static TopicPartition of(PartitionId id) {
        return new TopicPartition(id.topic(), id.partition());
    }

    static PartitionId of(TopicPartition partition) {
        return new PartitionId(partition.topic(), partition.partition());
    }

    static List<TopicPartition> all(Collection<PartitionId> ids) {
        return ids.stream().map(Partitions::of).toList();
    }

    static List<PartitionId> sorted(Collection<TopicPartition> partitions) {
        return partitions.stream().map(Partitions::of).sorted().toList();
    }

    static <T> Map<PartitionId, T> byId(Map<TopicPartition, T> byPartition) {
        Map<PartitionId, T> byId = new HashMap<>();
        byPartition.forEach((partition, value) -> byId.put(of(partition), value));
        return byId;
    }

    static <T> Map<TopicPartition, T> byPartition(Map<PartitionId, T> byId) {
        Map<TopicPartition, T> byPartition = new HashMap<>();
        byId.forEach((id, value) -> byPartition.put(of(id), value));
        return byPartition;
    }
}
