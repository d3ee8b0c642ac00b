package dev.surveyor.kafka.failure;

import static dev.surveyor.kafka.failure.FailureRule.on;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics, partitions, offsets and what is in them. */
final class TopicRules {

    private TopicRules() {}

    static List<FailureRule> all() {
        return List.of(
                on(UnknownTopicOrPartitionException.class, e -> unknownTopic()),
                on(UnknownTopicIdException.class, e -> unknownTopic()),
                on(
                        InvalidTopicException.class,
                        e -> Explanation.fatal(
                                "the topic's name is not valid",
                                FailureRule.quoted(e, ""),
                                "Use letters, digits, dots, underscores and hyphens, 249 characters at most")),
                on(
                        TopicExistsException.class,
                        e -> Explanation.fatal(
                                "the topic exists already", "", "Choose another name", "Open the topic that exists")),
                on(
                        NoOffsetForPartitionException.class,
                        e -> Explanation.fatal(
                                "no offset is known to start from in " + places(e.partitions()),
                                "The group has committed none there and auto.offset.reset is none.",
                                "Seek to the beginning, the end or an offset",
                                "Set auto.offset.reset to earliest or latest")),
                on(
                        OffsetOutOfRangeException.class,
                        e -> Explanation.fatal(
                                "an offset is out of range in "
                                        + places(e.offsetOutOfRangePartitions().keySet()),
                                "The record is not kept any more, or not written yet.",
                                "Seek to the beginning or the end",
                                "Look at the partitions of the topic for what is kept")),
                on(
                        org.apache.kafka.common.errors.OffsetOutOfRangeException.class,
                        e -> Explanation.fatal(
                                "an offset is out of range",
                                "The record is not kept any more, or not written yet.",
                                "Seek to the beginning or the end")),
                on(
                        CorruptRecordException.class,
                        e -> Explanation.fatal(
                                "a record is damaged",
                                FailureRule.quoted(e, "Its checksum does not fit its bytes."),
                                "Seek past it",
                                "Tell the operators of the cluster: a disk or the network may be at fault")),
                on(
                        SerializationException.class,
                        e -> Explanation.fatal(
                                "the record could not be serialised",
                                FailureRule.quoted(e, ""),
                                "Check the types of key and value")));
    }

    private static Explanation unknownTopic() {
        return Explanation.fatal(
                "the topic or partition does not exist",
                "It was deleted, is misspelt, or you may not describe it.",
                "Refresh the list of topics",
                "Check the name");
    }

    static String places(java.util.Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(partition -> partition.topic() + "[" + partition.partition() + "]")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
