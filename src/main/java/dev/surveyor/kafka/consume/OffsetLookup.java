package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionOffsets;
import dev.surveyor.kafka.client.RecordProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds offsets for one consumer, with its isolation level. A partition that does not tell is left out, and why is
 * remembered. What needs the consumer itself is for its poll thread, the rest for any thread that may wait.
 */
final class OffsetLookup {

    /** Membership survives a poll thread that waits so long; a person too. */
    private static final Duration LIMIT = Duration.ofMillis(1_500);

    private final Consumer<?, ?> consumer;
    private final PartitionOffsets offsets;
    private final RecordProbe probe;
    private final IsolationLevel isolation;
    private final BooleanSupplier stopping;
    private final Map<TopicPartition, PartitionTrouble> troubles = new ConcurrentHashMap<>();

    /**
     * @param stopping whether the poll thread is wanted elsewhere
     */
    OffsetLookup(Consumer<?, ?> consumer, ClientContext context, IsolationLevel isolation, BooleanSupplier stopping) {
        this.consumer = consumer;
        this.offsets = context.offsets();
        this.probe = new RecordProbe(context.settings(), context.offsets());
        this.isolation = isolation;
        this.stopping = stopping;
    }

    /**
     * Where partitions begin and end.
     *
     * @param begins the first offsets that are kept
     * @param ends the offsets after the last record that this consumer may read, of the same partitions
     */
    record Bounds(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {}

    /** Returns where those partitions begin and end that tell both, asked at the same time; any thread. */
    Bounds bounds(Collection<TopicPartition> partitions) {
        CompletableFuture<OffsetAnswer> beginning =
                offsets.ask(OffsetQuestion.begin(partitions).within(LIMIT));
        CompletableFuture<OffsetAnswer> ending =
                offsets.ask(endQuestion(partitions).within(LIMIT));
        OffsetAnswer last = PartitionOffsets.await(ending, stopping);
        OffsetAnswer first = PartitionOffsets.await(beginning, stopping);
        learn(last);
        troubles.putAll(first.troubles());
        Map<TopicPartition, Long> ends = new HashMap<>(last.offsets());
        Map<TopicPartition, Long> begins = new HashMap<>(first.offsets());
        ends.keySet().retainAll(begins.keySet());
        begins.keySet().retainAll(ends.keySet());
        return new Bounds(begins, ends);
    }

    /** Returns the first offsets that are kept; any thread. */
    Map<TopicPartition, Long> begin(Collection<TopicPartition> partitions) {
        return answer(OffsetQuestion.begin(partitions)).offsets();
    }

    /** Returns the offsets after the last record that this consumer may read; any thread. */
    Map<TopicPartition, Long> end(Collection<TopicPartition> partitions) {
        return answer(OffsetQuestion.end(partitions, isolation)).offsets();
    }

    /**
     * Returns the offsets of the first record of that time or later, the ends where there is none; any thread. The ends
     * are asked first: a record that comes between the two questions is of that time or later as well.
     */
    Map<TopicPartition, Long> at(Collection<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> places = new HashMap<>(end(partitions));
        OffsetAnswer found = answer(OffsetQuestion.at(places.keySet(), time, isolation));
        places.keySet().removeAll(found.missing().keySet());
        places.putAll(probe.exactly(found.offsets(), time, isolation, stopping));
        return places;
    }

    private OffsetAnswer answer(OffsetQuestion question) {
        OffsetAnswer answer = offsets.await(question.within(LIMIT), stopping);
        learn(answer);
        return answer;
    }

    private void learn(OffsetAnswer answer) {
        answer.asked().forEach(troubles::remove);
        troubles.putAll(answer.troubles());
    }

    /** Returns whether the poll thread is wanted elsewhere; any thread. */
    boolean stopping() {
        return stopping.getAsBoolean();
    }

    /** Returns why a partition did not tell when it was asked last, else null is not in it; any thread. */
    Map<TopicPartition, PartitionTrouble> troubles() {
        return Map.copyOf(troubles);
    }

    /** Returns what an offset of a consumer of this isolation level is asked with; any thread. */
    OffsetQuestion endQuestion(Collection<TopicPartition> partitions) {
        return OffsetQuestion.end(partitions, isolation);
    }

    /** Returns the group's committed offsets; partitions without one are left out. Poll thread only. */
    Map<TopicPartition, Long> committed(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        consumer.committed(partitions instanceof Set<TopicPartition> set ? set : new HashSet<>(partitions), LIMIT)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** Returns the consumer's position, empty where it has none yet. Poll thread only. */
    OptionalLong position(TopicPartition partition) {
        try {
            return OptionalLong.of(consumer.position(partition, Duration.ofMillis(1)));
        } catch (TimeoutException notYet) {
            return OptionalLong.empty();
        }
    }
}
