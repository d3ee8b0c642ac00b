package dev.surveyor.kafka.client;

import dev.surveyor.domain.cluster.PartitionTrouble;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.TopicPartition;

/**
 * What many partitions told. One that is in neither map has no such offset, for instance no record that late.
 *
 * @param asked the partitions that were asked
 * @param offsets by partition
 * @param missing why others told nothing
 */
public record OffsetAnswer(
        Set<TopicPartition> asked, Map<TopicPartition, Long> offsets, Map<TopicPartition, Missing> missing) {

    public OffsetAnswer {
        asked = Set.copyOf(asked);
        offsets = Map.copyOf(offsets);
        missing = Map.copyOf(missing);
    }

    /**
     * Why one partition told nothing.
     *
     * @param trouble in words
     * @param thrown what a client said
     */
    public record Missing(PartitionTrouble trouble, Throwable thrown) {}

    /** Returns why others told nothing, in words. */
    public Map<TopicPartition, PartitionTrouble> troubles() {
        Map<TopicPartition, PartitionTrouble> troubles = new HashMap<>();
        missing.forEach((partition, one) -> troubles.put(partition, one.trouble()));
        return troubles;
    }

    /**
     * Returns this, where any partition told something or none of them has a leader.
     *
     * @throws CompletionException with what a client said of one of the others: a cluster that does not answer must not
     *     read as an empty one
     */
    public OffsetAnswer orThrowIfNone() {
        if (missing.size() == asked.size()) {
            missing.values().stream()
                    .filter(one -> one.trouble().kind() != PartitionTrouble.Kind.NO_LEADER)
                    .findFirst()
                    .ifPresent(one -> {
                        throw new CompletionException(one.thrown());
                    });
        }
        return this;
    }
}
