package dev.surveyor.kafka.cluster;

import static dev.surveyor.domain.consume.IsolationLevel.READ_UNCOMMITTED;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.consume.FirstRecord;
import dev.surveyor.domain.consume.FirstRecords;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.RecordProbe;
import dev.surveyor.service.cluster.ClusterReader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Asks the cluster with one admin client, which its opener closes. */
public final class KafkaClusterReader implements ClusterReader {

    private final ClientContext context;
    private final Answers answers;
    private final OverviewQuery overview;
    private final TopicQuery topics;
    private final GroupQuery groups;
    private final RecordProbe probe;

    /**
     * Makes a reader.
     *
     * @param admin the client that asks; stays open for as long as the reader is used
     * @param context what the connection's parts share
     */
    public KafkaClusterReader(Admin admin, ClientContext context) {
        this.context = context;
        this.answers = new Answers(context);
        this.overview = new OverviewQuery(admin);
        this.topics = new TopicQuery(admin, context.offsets());
        this.groups = new GroupQuery(admin, context.offsets(), new GroupTypes(admin), context.failures());
        this.probe = new RecordProbe(context.settings(), context.offsets());
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
    public CompletableFuture<KnownOffsets> beginOffsets(Collection<PartitionId> partitions) {
        return known("reading begin offsets", OffsetQuestion.begin(Partitions.all(partitions)));
    }

    @Override
    public CompletableFuture<KnownOffsets> endOffsets(Collection<PartitionId> partitions) {
        return known("reading end offsets", OffsetQuestion.end(Partitions.all(partitions), READ_UNCOMMITTED));
    }

    @Override
    public CompletableFuture<KnownOffsets> offsetsAt(
            Collection<PartitionId> partitions, Instant time, IsolationLevel isolation, IntConsumer answered) {
        return known(
                "reading the offsets at " + time,
                OffsetQuestion.at(Partitions.all(partitions), time, isolation).telling(answered),
                (places, gaveUp) -> probe.exactly(places, time, isolation, gaveUp));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> committedOffsets(String groupId) {
        return answers.forCaller("reading the committed offsets of group " + groupId, groups.committed(groupId));
    }

    @Override
    public CompletableFuture<FirstRecords> firstRecords(Map<PartitionId, Long> offsets, IsolationLevel isolation) {
        CompletableFuture<FirstRecords> result = new CompletableFuture<>();
        context.threads().blocking().execute(() -> {
            try {
                RecordProbe.Answer answer =
                        probe.find(Partitions.byPartition(offsets), RecordProbe.ANY_TIME, isolation, result::isDone);
                result.complete(firstRecords(answer));
            } catch (RuntimeException failed) {
                result.completeExceptionally(context.failures().exception("reading the times of records", failed));
            }
        });
        return result;
    }

    private static FirstRecords firstRecords(RecordProbe.Answer answer) {
        Map<PartitionId, FirstRecord> records = new HashMap<>();
        answer.records().forEach((partition, first) -> {
            boolean timed = first.timestamp() != ConsumerRecord.NO_TIMESTAMP;
            records.put(
                    Partitions.of(partition),
                    new FirstRecord(first.offset(), timed ? Instant.ofEpochMilli(first.timestamp()) : null));
        });
        return new FirstRecords(records, Set.copyOf(Partitions.sorted(answer.none())));
    }

    private CompletableFuture<KnownOffsets> known(String activity, OffsetQuestion question) {
        return known(activity, question, (offsets, gaveUp) -> offsets);
    }

    /** Asks, and lets what the brokers told be looked at again, on a thread that may wait, until the caller gives up. */
    private CompletableFuture<KnownOffsets> known(
            String activity,
            OffsetQuestion question,
            BiFunction<Map<TopicPartition, Long>, BooleanSupplier, Map<TopicPartition, Long>> look) {
        AtomicBoolean gaveUp = new AtomicBoolean();
        CompletableFuture<OffsetAnswer> asked = context.offsets().ask(question);
        CompletableFuture<KnownOffsets> result = answers.forCaller(
                activity,
                asked.thenApply(OffsetAnswer::orThrowIfNone)
                        .thenApplyAsync(
                                answer -> new KnownOffsets(
                                        Partitions.byId(look.apply(answer.offsets(), gaveUp::get)),
                                        Partitions.byId(answer.troubles())),
                                context.threads().blocking()));
        var unused = result.whenComplete((answer, thrown) -> {
            if (result.isCancelled()) {
                gaveUp.set(true);
                asked.cancel(false);
            }
        });
        return result;
    }
}
