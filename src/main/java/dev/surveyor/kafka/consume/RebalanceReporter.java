package dev.surveyor.kafka.consume;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.event.EventStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes every callback of a rebalance, with the position and the committed offset of each partition that moved, and
 * lets its owner act inside the callback. Runs on the poll thread, inside {@code poll} or {@code close}.
 */
final class RebalanceReporter implements ConsumerRebalanceListener {

    /** A member that waits for long inside a callback holds up its whole group. */
    private static final Duration LOOKUP_LIMIT = Duration.ofMillis(700);

    private final Consumer<byte[], byte[]> consumer;
    private final String clientId;
    private final String group;
    private final EventStream events;
    private final Clock clock;
    private final Actions actions;
    private String memberId = "";
    private int generation = -1;
    private boolean silent;

    /**
     * Makes a listener for one consumer.
     *
     * @param clientId its {@code client.id}
     * @param group its {@code group.id}
     * @param actions what else to do inside the callbacks
     */
    RebalanceReporter(
            Consumer<byte[], byte[]> consumer,
            String clientId,
            String group,
            EventStream events,
            Clock clock,
            Actions actions) {
        this.consumer = consumer;
        this.clientId = clientId;
        this.group = group;
        this.events = events;
        this.clock = clock;
        this.actions = actions;
    }

    /** What the owner of a consumer does inside the callbacks, before they are published. */
    interface Actions {

        /** Called with the partitions that are new, none where the assignment has not grown. */
        void assigned(Collection<TopicPartition> partitions);

        /** Called with the partitions that go, whose offsets can still be committed. */
        void revoked(Collection<TopicPartition> partitions);

        /** Called with the partitions that are gone, whose offsets can no longer be committed. */
        void lost(Collection<TopicPartition> partitions);
    }

    /** Returns the id of the member as the last callback saw it, empty text before the first. */
    String memberId() {
        return memberId;
    }

    /** Returns the generation or member epoch as the last callback saw it, -1 before the first. */
    int generation() {
        return generation;
    }

    /** From now on nothing is done or published: the member ends as a crash would end it. */
    void silence() {
        silent = true;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        long start = System.nanoTime();
        Instant at = clock.instant();
        learnMembership();
        actions.assigned(partitions);
        List<MovedPartition> moved = moved(partitions, true);
        events.publish(
                new ClientEvent.PartitionsAssigned(at, clientId, group, memberId, generation, moved, since(start)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (silent) {
            return;
        }
        long start = System.nanoTime();
        Instant at = clock.instant();
        learnMembership();
        actions.revoked(partitions);
        List<MovedPartition> moved = moved(partitions, true);
        events.publish(
                new ClientEvent.PartitionsRevoked(at, clientId, group, memberId, generation, moved, since(start)));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (silent) {
            return;
        }
        long start = System.nanoTime();
        Instant at = clock.instant();
        // The client has forgotten its membership by now; what it was before says more.
        actions.lost(partitions);
        List<MovedPartition> moved = moved(partitions, false);
        events.publish(new ClientEvent.PartitionsLost(at, clientId, group, memberId, generation, moved, since(start)));
    }

    private void learnMembership() {
        ConsumerGroupMetadata metadata = consumer.groupMetadata();
        memberId = metadata.memberId();
        generation = metadata.generationId();
    }

    private List<MovedPartition> moved(Collection<TopicPartition> partitions, boolean mayAsk) {
        Map<TopicPartition, OptionalLong> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, position(partition)));
        Map<TopicPartition, OffsetAndMetadata> committed = mayAsk ? committed(partitions) : Map.of();
        return partitions.stream()
                .map(partition -> {
                    OffsetAndMetadata offset = committed.get(partition);
                    return new MovedPartition(
                            new PartitionId(partition.topic(), partition.partition()),
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
            return consumer.committed(new HashSet<>(partitions), LOOKUP_LIMIT);
        } catch (KafkaException notTold) {
            return Map.of();
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
