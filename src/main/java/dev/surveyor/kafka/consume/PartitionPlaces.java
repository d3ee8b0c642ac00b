package dev.surveyor.kafka.consume;

import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Asks a consumer where its partitions stand, for the report of a rebalance. Poll thread only. */
final class PartitionPlaces {

    /** A member that waits for long inside a callback holds up its whole group. */
    private static final Duration LIMIT = Duration.ofMillis(700);

    private final Consumer<?, ?> consumer;

    PartitionPlaces(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** Returns positions and committed offsets, in the order of the partitions; what is not told is left out. */
    List<MovedPartition> ofOwned(Collection<TopicPartition> partitions) {
        return places(partitions, committed(partitions));
    }

    /** Returns positions only, as the group no longer answers for partitions that are lost. */
    List<MovedPartition> ofLost(Collection<TopicPartition> partitions) {
        return places(partitions, Map.of());
    }

    /** Returns the positions that are known. */
    Map<PartitionId, Long> positions(Collection<TopicPartition> partitions) {
        Map<PartitionId, Long> known = new HashMap<>();
        for (TopicPartition partition : partitions) {
            position(partition).ifPresent(offset -> known.put(ConsumerParts.id(partition), offset));
        }
        return known;
    }

    private List<MovedPartition> places(
            Collection<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<TopicPartition, OptionalLong> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, position(partition)));
        return partitions.stream()
                .map(partition -> {
                    OffsetAndMetadata offset = committed.get(partition);
                    return new MovedPartition(
                            ConsumerParts.id(partition),
                            positions.getOrDefault(partition, OptionalLong.empty()),
                            offset == null ? OptionalLong.empty() : OptionalLong.of(offset.offset()));
                })
                .sorted(java.util.Comparator.comparing(MovedPartition::partition))
                .toList();
    }

    private OptionalLong position(TopicPartition partition) {
        try {
            return OptionalLong.of(consumer.position(partition, Duration.ofMillis(1)));
        } catch (KafkaException | IllegalStateException noneYetOrNoLongerAssigned) {
            return OptionalLong.empty();
        }
    }

    /** A callback is worth reporting without the committed offsets, too. */
    private Map<TopicPartition, OffsetAndMetadata> committed(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        try {
            return consumer.committed(new HashSet<>(partitions), LIMIT);
        } catch (KafkaException notTold) {
            return Map.of();
        }
    }
}
