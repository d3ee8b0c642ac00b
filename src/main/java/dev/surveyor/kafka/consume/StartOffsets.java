package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.common.TopicPartition;

/**
 * Turns where a person wants to start into offsets, all of them explicit: the client never falls back on
 * {@code auto.offset.reset}, so nobody starts elsewhere than was said. A partition that does not tell its offsets is left
 * out. For any thread that may wait.
 */
final class StartOffsets {

    private final OffsetLookup offsets;
    private final LastRecords lastRecords;

    StartOffsets(OffsetLookup offsets, LastRecords lastRecords) {
        this.offsets = offsets;
        this.lastRecords = lastRecords;
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
            return lastRecords.aside(partitions, last.count());
        }
        if (start instanceof StartPosition.AtOffset at) {
            Map<TopicPartition, Long> wanted = new HashMap<>();
            partitions.forEach(partition -> wanted.put(partition, at.offset()));
            return clamp(wanted);
        }
        if (start instanceof StartPosition.AtOffsets at) {
            return goOn(at.offsets(), partitions);
        }
        // New records; committed offsets are for members of groups, who know them.
        return offsets.end(partitions);
    }

    /**
     * Returns where partitions start that tell their offsets later than the others.
     *
     * @param wantedAt when the others started: what came since then is new
     */
    static StartPosition ofLate(StartPosition start, Instant wantedAt) {
        return start instanceof StartPosition.NewRecords ? new StartPosition.AtTime(wantedAt) : start;
    }

    private Map<TopicPartition, Long> goOn(Map<PartitionId, Long> places, Collection<TopicPartition> partitions) {
        OffsetLookup.Bounds bounds = offsets.bounds(partitions);
        Map<TopicPartition, Long> starts = new HashMap<>();
        bounds.begins().forEach((partition, begin) -> {
            long place = places.getOrDefault(ConsumerParts.id(partition), begin);
            starts.put(
                    partition, place > bounds.ends().getOrDefault(partition, place) ? begin : Math.max(begin, place));
        });
        return starts;
    }

    /**
     * Returns where partitions without a committed offset start.
     *
     * @param reset {@code earliest}, {@code latest} or {@code none}
     * @throws NoOffsetForPartitionException where it says none
     */
    Map<TopicPartition, Long> reset(Collection<TopicPartition> partitions, String reset) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        return switch (reset.toLowerCase(Locale.ROOT)) {
            case "earliest" -> offsets.begin(partitions);
            case "none" -> throw new NoOffsetForPartitionException(new HashSet<>(partitions));
            default -> offsets.end(partitions);
        };
    }

    /** Returns the offsets, none before the beginning or past the end of its partition. */
    Map<TopicPartition, Long> clamp(Map<TopicPartition, Long> wanted) {
        OffsetLookup.Bounds bounds = offsets.bounds(wanted.keySet());
        Map<TopicPartition, Long> clamped = new HashMap<>();
        bounds.begins().forEach((partition, first) -> {
            long last = bounds.ends().getOrDefault(partition, Long.MAX_VALUE);
            clamped.put(partition, Math.max(first, Math.min(last, wanted.getOrDefault(partition, first))));
        });
        return clamped;
    }
}
