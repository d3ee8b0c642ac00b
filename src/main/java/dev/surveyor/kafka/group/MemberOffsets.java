package dev.surveyor.kafka.group;

import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a member has processed and committed of each partition that it owns. For its poll thread only. */
final class MemberOffsets {

    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    /** Begins a partition; what is not known is left out. */
    void begin(TopicPartition partition, OptionalLong start, OptionalLong committedOffset) {
        forget(partition);
        start.ifPresent(offset -> positions.put(partition, offset));
        committedOffset.ifPresent(offset -> committed.put(partition, offset));
    }

    /** Notes the next offset to process. */
    void processedUpTo(TopicPartition partition, long next) {
        positions.put(partition, next);
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            if (positions.containsKey(partition)) {
                committed.put(partition, offset.offset());
            }
        });
    }

    void forget(TopicPartition partition) {
        positions.remove(partition);
        committed.remove(partition);
    }

    /** Returns what is processed and not committed yet, of those partitions. */
    Map<TopicPartition, OffsetAndMetadata> toCommit(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> open = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition);
            if (position != null && !position.equals(committed.get(partition))) {
                open.put(partition, new OffsetAndMetadata(position));
            }
        }
        return open;
    }

    /** Returns the partitions with position and committed offset, in order. */
    List<MovedPartition> moved(Collection<TopicPartition> partitions) {
        Map<PartitionId, MovedPartition> sorted = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            PartitionId id = new PartitionId(partition.topic(), partition.partition());
            sorted.put(id, new MovedPartition(id, known(positions, partition), known(committed, partition)));
        }
        return List.copyOf(sorted.values());
    }

    private static OptionalLong known(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
