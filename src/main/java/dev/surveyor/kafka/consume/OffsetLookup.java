package dev.surveyor.kafka.consume;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Asks the brokers for offsets with the consumer itself, so that its isolation level counts. Poll thread only. */
final class OffsetLookup {

    /** Membership survives a poll thread that waits so long; a person too. */
    private static final Duration LIMIT = Duration.ofMillis(1_500);

    private final Consumer<?, ?> consumer;

    OffsetLookup(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    Map<TopicPartition, Long> begin(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions, LIMIT);
    }

    /** Returns the offsets after the last record that this consumer may read. */
    Map<TopicPartition, Long> end(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions, LIMIT);
    }

    /** Returns the offsets of the first record of that time or later; the ends where there is none. */
    Map<TopicPartition, Long> at(Collection<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> question = new HashMap<>();
        // The client refuses times before 1970.
        partitions.forEach(partition -> question.put(partition, Math.max(0, time.toEpochMilli())));
        Map<TopicPartition, OffsetAndTimestamp> answer = consumer.offsetsForTimes(question, LIMIT);
        Map<TopicPartition, Long> offsets = new HashMap<>(end(partitions));
        answer.forEach((partition, found) -> {
            if (found != null) {
                offsets.put(partition, found.offset());
            }
        });
        return offsets;
    }

    /** Returns the group's committed offsets; partitions without one are left out. */
    Map<TopicPartition, Long> committed(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        consumer.committed(partitions instanceof Set<TopicPartition> set ? set : new HashSet<>(partitions), LIMIT)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** Returns the consumer's position, empty where it has none yet. */
    OptionalLong position(TopicPartition partition) {
        try {
            return OptionalLong.of(consumer.position(partition, Duration.ofMillis(1)));
        } catch (TimeoutException notYet) {
            return OptionalLong.empty();
        }
    }
}
