package dev.surveyor.kafka.search;

import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** Tells the ids of topics. For any thread. */
@FunctionalInterface
interface TopicIds {

    /**
     * Asks for the id that a topic has now; waits for the answer a moment at most.
     *
     * @return null where the cluster gives its topics no ids
     * @throws org.apache.kafka.common.KafkaException why it was not told, of the same kind as those of a consumer
     */
    @Nullable
    Uuid of(String topic);
}
