package dev.surveyor.kafka.search;

import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** Tells topics apart, and how large they are. For any thread. */
@FunctionalInterface
interface TopicIds {

    /**
     * What a topic is now.
     *
     * @param id null where the cluster gives its topics no ids
     * @param partitions how many it has
     */
    record Known(@Nullable Uuid id, int partitions) {}

    /**
     * Asks for the id that a topic has now; waits for the answer a moment at most.
     *
     * @throws org.apache.kafka.common.KafkaException why it was not told, of the same kind as those of a consumer
     */
    Known of(String topic);
}
