package dev.surveyor.domain.consume;

import java.util.Objects;
import java.util.Set;

/**
 * What to consume.
 *
 * @param subscription which topics
 * @param partitions the partition numbers to read, empty for all; only for a standalone consumer
 * @param start where to begin
 * @param mode on its own or as a member of a group
 * @param isolation which records of transactions are wanted
 */
public record ConsumeRequest(
        Subscription subscription,
        Set<Integer> partitions,
        StartPosition start,
        ConsumerMode mode,
        IsolationLevel isolation) {

    public ConsumeRequest {
        Objects.requireNonNull(subscription, "subscription");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(isolation, "isolation");
        partitions = Set.copyOf(partitions);
    }

    /** Returns a standalone request for all partitions of a topic that reads uncommitted records too. */
    public static ConsumeRequest standalone(String topic, StartPosition start) {
        return new ConsumeRequest(
                Subscription.to(topic),
                Set.of(),
                start,
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_UNCOMMITTED);
    }
}
