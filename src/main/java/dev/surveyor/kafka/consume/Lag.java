package dev.surveyor.kafka.consume;

import dev.surveyor.kafka.client.OffsetAnswer;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer is behind. While it fetches, its client learns the ends by the way; those that it has not learnt
 * yet, and all of them while it is held, are asked for, off the poll thread. Poll thread only.
 */
final class Lag {

    private final ConsumerParts parts;
    private @Nullable CompletableFuture<OffsetAnswer> asked;
    private Map<TopicPartition, Long> ends = Map.of();

    Lag(ConsumerParts parts) {
        this.parts = parts;
    }

    /** Forgets what was asked: other partitions are read now. */
    void clear() {
        asked = null;
        ends = Map.of();
    }

    /**
     * Looks again.
     *
     * @param partitions those that are read
     * @param held whether nothing is fetched
     * @return the sum over the partitions that are known, empty where none is
     */
    OptionalLong look(Set<TopicPartition> partitions, boolean held) {
        takeAnswer();
        Set<TopicPartition> unknown = new HashSet<>();
        long sum = 0;
        boolean known = false;
        for (TopicPartition partition : partitions) {
            OptionalLong fetched = held ? OptionalLong.empty() : parts.client().currentLag(partition);
            OptionalLong lag = fetched.isPresent() ? fetched : toKnownEnd(partition);
            if (fetched.isEmpty()) {
                unknown.add(partition);
            }
            if (lag.isPresent()) {
                // A log that was cut off ends before the position, until the consumer has noticed.
                sum += Math.max(0, lag.getAsLong());
                known = true;
            }
        }
        if (asked == null && !unknown.isEmpty()) {
            asked = parts.context().offsets().ask(parts.offsets().endQuestion(unknown));
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    private void takeAnswer() {
        CompletableFuture<OffsetAnswer> answer = asked;
        if (answer != null && answer.isDone()) {
            asked = null;
            if (!answer.isCompletedExceptionally()) {
                ends = answer.join().offsets();
            }
        }
    }

    private OptionalLong toKnownEnd(TopicPartition partition) {
        Long end = ends.get(partition);
        OptionalLong position =
                end == null ? OptionalLong.empty() : parts.offsets().position(partition);
        return end == null || position.isEmpty() ? OptionalLong.empty() : OptionalLong.of(end - position.getAsLong());
    }
}
