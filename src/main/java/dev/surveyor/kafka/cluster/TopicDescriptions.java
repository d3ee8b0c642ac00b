package dev.surveyor.kafka.cluster;

import dev.surveyor.kafka.cluster.Answers.Partial;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;

/** Describes many topics; those that cannot be described do not keep the others back. */
final class TopicDescriptions {

    /** Topics described with one question; several questions run side by side. */
    private static final int TOPICS_PER_QUESTION = 500;

    private TopicDescriptions() {}

    static CompletableFuture<Partial<String, TopicDescription>> ask(
            Admin admin, Collection<String> topics, Duration limit) {
        List<String> names = List.copyOf(topics);
        DescribeTopicsOptions options = new DescribeTopicsOptions().timeoutMs((int) limit.toMillis());
        Map<String, KafkaFuture<TopicDescription>> futures = new HashMap<>();
        for (int from = 0; from < names.size(); from += TOPICS_PER_QUESTION) {
            List<String> some = names.subList(from, Math.min(names.size(), from + TOPICS_PER_QUESTION));
            futures.putAll(admin.describeTopics(TopicCollection.ofTopicNames(some), options)
                    .topicNameValues());
        }
        return Answers.partial(futures);
    }
}
