package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.kafka.client.PartitionTroubles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Looks which of the partitions that are read have lost their leader: the client itself is silent about it and delivers
 * the others. What it and the connection's monitor know is asked, which costs no request. Poll thread only.
 */
final class Leaders {

    private static final Duration LIMIT = Duration.ofMillis(100);

    private final ConsumerParts parts;
    private Set<TopicPartition> without = Set.of();
    private Map<String, Integer> partitions = Map.of();

    Leaders(ConsumerParts parts) {
        this.parts = parts;
    }

    /**
     * Looks again.
     *
     * @param read the partitions that are read or are to be
     * @return those without a leader now and at the last look: one that moves has none for a moment
     */
    List<PartitionTrouble> look(Set<TopicPartition> read) {
        Set<TopicPartition> before = without;
        List<PartitionTrouble> troubles = new ArrayList<>();
        Set<TopicPartition> leaderless = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String topic : read.stream().map(TopicPartition::topic).collect(Collectors.toSet())) {
            List<PartitionInfo> infos = infos(topic);
            counts.put(topic, infos.size());
            for (PartitionInfo info : infos) {
                TopicPartition partition = new TopicPartition(topic, info.partition());
                PartitionTrouble trouble = read.contains(partition) ? trouble(partition, info) : null;
                if (trouble != null) {
                    leaderless.add(partition);
                    if (before.contains(partition)) {
                        troubles.add(trouble);
                    }
                }
            }
        }
        without = leaderless;
        partitions = counts;
        return troubles;
    }

    private @Nullable PartitionTrouble trouble(TopicPartition partition, PartitionInfo info) {
        if (info.leader() == null || info.leader().isEmpty()) {
            return PartitionTroubles.noLeader(partition, List.of(info.replicas()));
        }
        // A broker that hangs takes the questions of the client as well, who names it as a leader for half a minute.
        boolean gone = parts.context().reachability().lacks(info.leader().id());
        return gone ? PartitionTroubles.noAnswer(partition, info.leader().id()) : null;
    }

    /** Returns how many partitions all the topics have together that are read, as of the last look. */
    int partitionsOfTopics() {
        return partitions.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<PartitionInfo> infos(String topic) {
        try {
            List<PartitionInfo> infos = parts.client().partitionsFor(topic, LIMIT);
            return infos == null ? List.of() : infos;
        } catch (WakeupException | InterruptException stopped) {
            throw stopped;
        } catch (KafkaException notTold) {
            return List.of();
        }
    }
}
