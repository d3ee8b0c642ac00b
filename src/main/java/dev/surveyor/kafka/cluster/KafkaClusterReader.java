package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.cluster.ClusterReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks the cluster with one admin client, which its opener closes. */
public final class KafkaClusterReader implements ClusterReader {

    private final ClientContext context;
    private final Answers answers;
    private final OverviewQuery overview;
    private final TopicQuery topics;
    private final GroupQuery groups;
    private final OffsetQuery offsets;
    private final RecordTimes recordTimes;

    /**
     * Makes a reader.
     *
     * @param admin the client that asks; stays open for as long as the reader is used
     * @param context what the connection's parts share
     */
    public KafkaClusterReader(Admin admin, ClientContext context) {
        this.context = context;
        this.answers = new Answers(context);
        this.offsets = new OffsetQuery(admin);
        this.overview = new OverviewQuery(admin);
        this.topics = new TopicQuery(admin, offsets);
        this.groups = new GroupQuery(admin, offsets, new GroupTypes(admin), context.failures());
        this.recordTimes = new RecordTimes(context.settings());
    }

    @Override
    public CompletableFuture<ClusterOverview> overview() {
        return answers.forCaller("reading topics, groups and brokers", overview.ask());
    }

    @Override
    public CompletableFuture<List<GroupSummary>> groups() {
        return answers.forCaller("reading the groups", groups.list());
    }

    @Override
    public CompletableFuture<TopicDetail> topic(String name) {
        return answers.forCaller("reading topic " + name, topics.ask(name));
    }

    @Override
    public CompletableFuture<GroupDetail> group(String groupId) {
        return answers.forCaller("reading group " + groupId, groups.one(groupId));
    }

    @Override
    public CompletableFuture<List<PartitionId>> partitions(String topic) {
        return answers.forCaller(
                "reading the partitions of topic " + topic,
                topics.describe(topic).thenApply(description -> description.partitions().stream()
                        .map(info -> new PartitionId(topic, info.partition()))
                        .sorted()
                        .toList()));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> beginOffsets(Collection<PartitionId> partitions) {
        return offsets("reading begin offsets", offsets.begin(Partitions.all(partitions)));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> endOffsets(Collection<PartitionId> partitions) {
        return offsets("reading end offsets", offsets.end(Partitions.all(partitions)));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> offsetsAt(Collection<PartitionId> partitions, Instant time) {
        // Negative numbers are commands of the protocol, not times before 1970.
        OffsetSpec spec = OffsetSpec.forTimestamp(Math.max(0, time.toEpochMilli()));
        return offsets(
                "reading the offsets at " + time,
                offsets.ask(Partitions.all(partitions), spec, IsolationLevel.READ_UNCOMMITTED));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> committedOffsets(String groupId) {
        return answers.forCaller("reading the committed offsets of group " + groupId, groups.committed(groupId));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Instant>> recordTimes(Map<PartitionId, Long> wanted) {
        CompletableFuture<Map<PartitionId, Instant>> result = new CompletableFuture<>();
        context.threads().blocking().execute(() -> {
            try {
                result.complete(recordTimes.ask(wanted, result::isDone));
            } catch (RuntimeException failed) {
                result.completeExceptionally(context.failures().exception("reading the times of records", failed));
            }
        });
        return result;
    }

    private CompletableFuture<Map<PartitionId, Long>> offsets(
            String activity, CompletableFuture<Map<TopicPartition, Long>> asked) {
        return answers.forCaller(activity, asked.thenApply(Partitions::byId));
    }
}
