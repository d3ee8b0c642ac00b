package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.record.PartitionId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Reads a topic's page. Offsets and settings that may not be read are left empty. */
final class TopicQuery {

    private static final Comparator<ConfigEntry> BY_NAME = Comparator.comparing(ConfigEntry::name);

    private final Admin admin;
    private final OffsetQuery offsets;

    TopicQuery(Admin admin, OffsetQuery offsets) {
        this.admin = admin;
        this.offsets = offsets;
    }

    CompletableFuture<TopicDescription> describe(String name) {
        return Answers.raw(admin.describeTopics(List.of(name)).allTopicNames()).thenApply(topics -> topics.get(name));
    }

    CompletableFuture<TopicDetail> ask(String name) {
        CompletableFuture<List<ConfigEntry>> config = config(name);
        return describe(name).thenCompose(topic -> {
            // A partition without a leader cannot be asked, and would hold up the answer until the time is up.
            List<TopicPartition> led = topic.partitions().stream()
                    .filter(TopicQuery::hasLeader)
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            CompletableFuture<Map<TopicPartition, Long>> begin = orNone(offsets.begin(led));
            CompletableFuture<Map<TopicPartition, Long>> end = orNone(offsets.end(led));
            CompletableFuture<Map<TopicPartition, Long>> stable = orNone(offsets.lastStable(led));
            return CompletableFuture.allOf(begin, end, stable, config)
                    .thenApply(done -> new TopicDetail(
                            name,
                            topic.isInternal(),
                            topic.partitions().stream()
                                    .map(info -> detail(name, info, begin.join(), end.join(), stable.join()))
                                    .sorted(Comparator.comparing(PartitionDetail::id))
                                    .toList(),
                            config.join()));
        });
    }

    private static boolean hasLeader(TopicPartitionInfo info) {
        return info.leader() != null && !info.leader().isEmpty();
    }

    private static CompletableFuture<Map<TopicPartition, Long>> orNone(
            CompletableFuture<Map<TopicPartition, Long>> asked) {
        return asked.exceptionally(notTold -> Map.of());
    }

    private static PartitionDetail detail(
            String topic,
            TopicPartitionInfo info,
            Map<TopicPartition, Long> begin,
            Map<TopicPartition, Long> end,
            Map<TopicPartition, Long> stable) {
        TopicPartition partition = new TopicPartition(topic, info.partition());
        return new PartitionDetail(
                new PartitionId(topic, info.partition()),
                hasLeader(info) ? OptionalInt.of(info.leader().id()) : OptionalInt.empty(),
                info.replicas().stream().map(Node::id).toList(),
                info.isr().stream().map(Node::id).toList(),
                optional(begin.get(partition)),
                optional(end.get(partition)),
                optional(stable.get(partition)));
    }

    private static OptionalLong optional(@Nullable Long offset) {
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    private CompletableFuture<List<ConfigEntry>> config(String name) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        return Answers.raw(admin.describeConfigs(List.of(resource)).all())
                .thenApply(all -> all.values().stream()
                        .flatMap(TopicQuery::entries)
                        .sorted(BY_NAME)
                        .toList())
                .exceptionally(mayNotBeRead -> List.of());
    }

    private static Stream<ConfigEntry> entries(Config config) {
        return config.entries().stream()
                .map(entry -> new ConfigEntry(
                        entry.name(),
                        entry.isSensitive() ? null : entry.value(),
                        entry.isDefault(),
                        entry.source().name()));
    }
}
