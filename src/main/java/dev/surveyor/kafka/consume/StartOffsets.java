package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.common.TopicPartition;

/**
 * Turns where a person wants to start into offsets, all of them explicit: the client never falls back on
 * {@code auto.offset.reset}, so nobody starts elsewhere than was said. Poll thread only.
 */
final class StartOffsets {

    private final OffsetLookup offsets;

    StartOffsets(OffsetLookup offsets) {
        this.offsets = offsets;
    }

    /** Returns the offset to start from in each of the partitions. */
    Map<TopicPartition, Long> of(StartPosition start, Collection<TopicPartition> partitions) {
        if (start instanceof StartPosition.Beginning) {
            return offsets.begin(partitions);
        }
        if (start instanceof StartPosition.AtTime at) {
            return offsets.at(partitions, at.time());
        }
        if (start instanceof StartPosition.LastRecords last) {
            Map<TopicPartition, Long> wanted = new HashMap<>();
            offsets.end(partitions).forEach((partition, end) -> wanted.put(partition, end - last.count()));
            return clamp(wanted);
        }
        if (start instanceof StartPosition.AtOffset at) {
            Map<TopicPartition, Long> wanted = new HashMap<>();
            partitions.forEach(partition -> wanted.put(partition, at.offset()));
            return clamp(wanted);
        }
        if (start instanceof StartPosition.AtOffsets at) {
            return goOn(at.offsets(), partitions);
        }
        // New records; committed offsets are for members of groups, who ask for them with committed().
        return offsets.end(partitions);
    }

    private Map<TopicPartition, Long> goOn(Map<PartitionId, Long> places, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> end = offsets.end(partitions);
        Map<TopicPartition, Long> starts = new HashMap<>(offsets.begin(partitions));
        starts.replaceAll((partition, begin) -> {
            long place = places.getOrDefault(Reading.id(partition), begin);
            return place > end.getOrDefault(partition, Long.MAX_VALUE) ? begin : Math.max(begin, place);
        });
        return starts;
    }

    /**
     * Returns the committed offsets, and for partitions without one what the reset policy says.
     *
     * @param reset {@code earliest}, {@code latest} or {@code none}
     * @throws NoOffsetForPartitionException where it says none
     */
    Map<TopicPartition, Long> committed(Collection<TopicPartition> partitions, String reset) {
        Map<TopicPartition, Long> starts = new HashMap<>(offsets.committed(partitions));
        Set<TopicPartition> without = new HashSet<>(partitions);
        without.removeAll(starts.keySet());
        if (!without.isEmpty()) {
            switch (reset.toLowerCase(Locale.ROOT)) {
                case "earliest" -> starts.putAll(offsets.begin(without));
                case "none" -> throw new NoOffsetForPartitionException(without);
                default -> starts.putAll(offsets.end(without));
            }
        }
        return clamp(starts);
    }

    /** Returns the offsets, none before the beginning or past the end of its partition. */
    Map<TopicPartition, Long> clamp(Map<TopicPartition, Long> wanted) {
        Map<TopicPartition, Long> begin = offsets.begin(wanted.keySet());
        Map<TopicPartition, Long> end = offsets.end(wanted.keySet());
        Map<TopicPartition, Long> clamped = new HashMap<>();
        wanted.forEach((partition, offset) -> {
            long first = begin.getOrDefault(partition, 0L);
            long last = end.getOrDefault(partition, Long.MAX_VALUE);
            clamped.put(partition, Math.max(first, Math.min(last, offset)));
        });
        return clamped;
    }
}
