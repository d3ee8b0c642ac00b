package dev.surveyor.kafka.consume;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.record.PartitionOffset;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells when the end of a partition is reached, once for each time that the consumer was behind by more than what keeps
 * coming: an event for every record of a slow topic would say nothing. Poll thread only.
 */
final class PartitionEnds {

    /** So many records may come between two looks without being a new way to go. */
    private static final long BEHIND = 1_000;

    private final ConsumerParts parts;
    private final Consumer<PartitionOffset> listener;
    private final Set<TopicPartition> told = new HashSet<>();

    /**
     * @param listener told of each end as well
     */
    PartitionEnds(ConsumerParts parts, Consumer<PartitionOffset> listener) {
        this.parts = parts;
        this.listener = listener;
    }

    /** Starts anew: after a move each end counts again. */
    void clear() {
        told.clear();
    }

    /** Looks at what the client learnt with its last fetch. */
    void look() {
        Set<TopicPartition> assigned = parts.client().assignment();
        told.retainAll(assigned);
        for (TopicPartition partition : assigned) {
            OptionalLong lag = parts.client().currentLag(partition);
            if (lag.isEmpty()) {
                continue;
            }
            if (lag.getAsLong() == 0 && told.add(partition)) {
                publish(partition);
            } else if (lag.getAsLong() > BEHIND) {
                told.remove(partition);
            }
        }
    }

    private void publish(TopicPartition partition) {
        OptionalLong position = parts.offsets().position(partition);
        if (position.isPresent()) {
            PartitionOffset place = PartitionOffset.of(ConsumerParts.id(partition), position.getAsLong());
            parts.context()
                    .events()
                    .publish(
                            new ClientEvent.PartitionEnd(parts.context().clock().instant(), parts.clientId(), place));
            listener.accept(place);
        } else {
            told.remove(partition);
        }
    }
}
