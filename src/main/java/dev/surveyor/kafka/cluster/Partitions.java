package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.Collection;
import java.util.List;
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
}
