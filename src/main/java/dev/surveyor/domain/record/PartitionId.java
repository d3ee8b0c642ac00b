package dev.surveyor.domain.record;

import java.util.Comparator;
import java.util.Objects;

/**
 * A partition of a topic. Its text form is {@code orders[3]}.
 *
 * @param topic the topic's name, not empty
 * @param partition the partition's number, from 0; -1 only where a record has not been given a partition yet
 */
public record PartitionId(String topic, int partition) implements Comparable<PartitionId> {

    /** The number of a partition that is still to be chosen. */
    public static final int UNASSIGNED = -1;

    private static final Comparator<PartitionId> ORDER =
            Comparator.comparing(PartitionId::topic).thenComparingInt(PartitionId::partition);

    public PartitionId {
        Objects.requireNonNull(topic, "topic");
        if (topic.isEmpty()) {
            throw new IllegalArgumentException("topic is empty; a topic name has at least one character");
        }
        if (partition < UNASSIGNED) {
            throw new IllegalArgumentException("partition " + partition + " is below -1 (unassigned)");
        }
    }

    @Override
    public int compareTo(PartitionId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "[" + partition + "]";
    }
}
