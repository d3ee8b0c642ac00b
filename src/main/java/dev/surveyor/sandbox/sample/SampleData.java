package dev.surveyor.sandbox.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;

/** Creates and fills the sample topics. Every method blocks, ends early when interrupted, and is used by one thread. */
public final class SampleData implements AutoCloseable {

    private static final long LONGEST_CALL_S = 60;
    private static final long BETWEEN_TRIES_MS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final String bootstrapServer;
    private final Clock clock;
    private final ThreadFactory threads;
    private final Admin admin;

    /**
     * Makes the admin client; nothing is sent yet.
     *
     * @param threads for the part of the filling that goes on beside the rest
     */
    public SampleData(String bootstrapServer, Clock clock, ThreadFactory threads) {
        this.bootstrapServer = bootstrapServer;
        this.clock = clock;
        this.threads = threads;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServer, "client.id", "surveyor-sandbox"));
    }

    /** Loads, on a thread of its own, what the filling needs; the broker takes longer to start than that. */
    public static void warmUp(ThreadFactory threads) {
        threads.newThread(() -> {
                    SampleOrders.order(0, Instant.EPOCH);
                    ProducerConfig.configNames();
                    AdminClientConfig.configNames();
                    ApiKeys.PRODUCE.latestVersion();
                })
                .start();
    }

    /** Returns the sample topics that are not on the broker. */
    public Set<SampleTopic> missing() throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> present = admin.listTopics().names().get(LONGEST_CALL_S, TimeUnit.SECONDS);
        return EnumSet.allOf(SampleTopic.class).stream()
                .filter(topic -> !present.contains(topic.topicName()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SampleTopic.class)));
    }

    /** Deletes these topics where they are, for instance because they were filled in part. */
    public void delete(Collection<SampleTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        EnumSet<SampleTopic> present = EnumSet.noneOf(SampleTopic.class);
        present.addAll(topics);
        present.removeAll(missing());
        admin.deleteTopics(present.stream().map(SampleTopic::topicName).toList())
                .all()
                .get(LONGEST_CALL_S, TimeUnit.SECONDS);
        // The controller knows at once, the broker a moment later; until then it would take records for the old ones.
        while (!missing().containsAll(topics)) {
            Thread.sleep(BETWEEN_TRIES_MS);
        }
    }

    /**
     * Creates the topics, and returns when every partition answers: a record sent to one that was just made can be lost
     * by the client.
     */
    public void create(Collection<SampleTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        admin.createTopics(topics.stream()
                        .map(topic ->
                                new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.configs()))
                        .toList())
                .all()
                .get(LONGEST_CALL_S, TimeUnit.SECONDS);
        awaitAnswers(topics);
    }

    /** Writes the records of these topics, the newest of them now. No transaction is left open. */
    public void fill(Collection<SampleTopic> topics) throws InterruptedException, ExecutionException, TimeoutException {
        new SampleWriter(bootstrapServer, threads).write(topics, clock.instant());
    }

    /** Returns how many offsets the topic has in use, over all partitions. */
    public long endOf(SampleTopic topic) throws InterruptedException, ExecutionException, TimeoutException {
        return endOffsets(List.of(topic)).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private void awaitAnswers(Collection<SampleTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Instant end = clock.instant().plus(LONGEST_WAIT);
        while (true) {
            try {
                // Complete only when every partition has answered.
                var unused = endOffsets(topics);
                return;
            } catch (ExecutionException notYet) {
                if (clock.instant().isAfter(end)) {
                    throw notYet;
                }
            }
            Thread.sleep(BETWEEN_TRIES_MS);
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> endOffsets(Collection<SampleTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (SampleTopic topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                partitions.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
            }
        }
        return admin.listOffsets(partitions).all().get(LONGEST_CALL_S, TimeUnit.SECONDS);
    }
}
