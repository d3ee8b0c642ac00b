package dev.surveyor.kafka.cluster;

import static dev.surveyor.domain.consume.IsolationLevel.READ_COMMITTED;
import static dev.surveyor.domain.consume.IsolationLevel.READ_UNCOMMITTED;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionOffsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    private final PartitionOffsets offsets;

    TopicQuery(Admin admin, PartitionOffsets offsets) {
        this.admin = admin;
        this.offsets = offsets;
    }

    CompletableFuture<TopicDescription> describe(String name) {
        return Answers.raw(admin.describeTopics(List.of(name)).allTopicNames()).thenApply(topics -> topics.get(name));
    }

    CompletableFuture<TopicDetail> ask(String name) {
        CompletableFuture<List<ConfigEntry>> config = config(name);
        return describe(name).thenCompose(topic -> {
            List<TopicPartition> all = topic.partitions().stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            CompletableFuture<OffsetAnswer> begin = offsets.ask(OffsetQuestion.begin(all));
            CompletableFuture<OffsetAnswer> end = offsets.ask(OffsetQuestion.end(all, READ_UNCOMMITTED));
            CompletableFuture<OffsetAnswer> stable = offsets.ask(OffsetQuestion.end(all, READ_COMMITTED));
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

    private static PartitionDetail detail(
            String topic, TopicPartitionInfo info, OffsetAnswer begin, OffsetAnswer end, OffsetAnswer stable) {
        TopicPartition partition = new TopicPartition(topic, info.partition());
        return new PartitionDetail(
                new PartitionId(topic, info.partition()),
                info.leader() == null || info.leader().isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(info.leader().id()),
                info.replicas().stream().map(Node::id).toList(),
                info.isr().stream().map(Node::id).toList(),
                optional(begin.offsets().get(partition)),
                optional(end.offsets().get(partition)),
                optional(stable.offsets().get(partition)),
                Stream.of(begin, end, stable)
                        .map(answer -> answer.missing().get(partition))
                        .filter(Objects::nonNull)
                        .map(OffsetAnswer.Missing::trouble)
                        .findFirst()
                        .orElse(null));
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
