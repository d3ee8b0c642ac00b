package dev.surveyor.kafka.client;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.cluster.PartitionTrouble.Kind;
import dev.surveyor.domain.record.PartitionId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says what is wrong with a partition that tells nothing. */
public final class PartitionTroubles {

    private PartitionTroubles() {}

    /** Returns what is said of a partition that nobody leads. */
    public static PartitionTrouble noLeader(TopicPartition partition, Collection<Node> replicas) {
        List<Integer> brokers = replicas.stream().map(Node::id).sorted().toList();
        String where =
                switch (brokers.size()) {
                    case 0 -> "";
                    case 1 -> ": its only replica is on broker " + brokers.get(0);
                    default -> ": its replicas are on brokers " + listed(brokers);
                };
        return trouble(partition, Kind.NO_LEADER, "has no leader" + where);
    }

    /** Returns what is said of a partition whose leader is named by the cluster and does not answer. */
    public static PartitionTrouble noAnswer(TopicPartition partition, int leader) {
        return trouble(partition, Kind.NO_ANSWER, "gets no answer from its leader, broker " + leader);
    }

    /** Returns what is said of a partition for which a client threw something. */
    public static PartitionTrouble of(TopicPartition partition, Throwable thrown) {
        if (thrown instanceof UnknownTopicOrPartitionException) {
            return trouble(partition, Kind.GONE, "does not exist");
        }
        if (thrown instanceof AuthorizationException) {
            return trouble(partition, Kind.REFUSED, "may not be read: you are not authorised for its topic");
        }
        if (thrown instanceof InvalidTopicException) {
            return trouble(partition, Kind.REFUSED, "has a topic whose name is not valid");
        }
        return thrown instanceof RetriableException
                ? trouble(partition, Kind.NO_ANSWER, "got no answer in time")
                : trouble(partition, Kind.REFUSED, "could not be asked: " + thrown.getMessage());
    }

    private static PartitionTrouble trouble(TopicPartition partition, Kind kind, String reason) {
        return new PartitionTrouble(new PartitionId(partition.topic(), partition.partition()), kind, reason);
    }

    private static String listed(List<Integer> brokers) {
        String first = brokers.subList(0, brokers.size() - 1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return first + " and " + brokers.get(brokers.size() - 1);
    }
}
