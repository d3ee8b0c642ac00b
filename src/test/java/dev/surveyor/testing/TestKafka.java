package dev.surveyor.testing;

import dev.surveyor.sandbox.BrokerPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What tests do with a real cluster of one broker or of several: make topics, write raw records, ask the admin client.
 * Safe for use by several threads.
 */
public abstract sealed class TestKafka implements AutoCloseable permits TestBroker, TestCluster {

    /** For the threads that read what a broker prints; they never keep a JVM alive. */
    static final ThreadFactory DAEMONS = work -> {
        Thread thread = new Thread(work, "test-broker");
        thread.setDaemon(true);
        return thread;
    };

    static final long LONGEST_START_MS = 60_000;
    private static final AtomicInteger NAME_NUMBERS = new AtomicInteger();

    private final String bootstrapServers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    TestKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers, "client.id", "test-broker"));
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "test-broker",
                        "max.in.flight.requests.per.connection",
                        1,
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns {@code 127.0.0.1:port}, with commas between several; the same after a restart. */
    public final String bootstrapServers() {
        return bootstrapServers;
    }

    /** Returns the shared admin client of the tests; closed with the cluster. */
    public final Admin admin() {
        return admin;
    }

    /** Returns two ports for a broker that is about to be started. */
    static BrokerPorts freePorts() {
        return new BrokerPorts(FreePorts.next(), FreePorts.next());
    }

    /** Returns a name that no other test uses. */
    public static String uniqueName(String start) {
        return start + "-" + ProcessHandle.current().pid() + "-" + NAME_NUMBERS.incrementAndGet();
    }

    /** Creates a topic with a unique name and returns the name. */
    public final String newTopic(int partitions) {
        String name = uniqueName("topic");
        createTopic(name, partitions, Map.of());
        return name;
    }

    /** Creates a topic, and returns when every partition can be written: one that was just made refuses for a moment. */
    public final void createTopic(String name, int partitions, Map<String, String> configs) {
        createTopic(new NewTopic(name, partitions, (short) 1).configs(configs));
        awaitPartitions(name, partitions);
    }

    /** Returns when so many partitions of the topic answer. */
    public final void awaitPartitions(String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> all = ends(topic, partitions);
        Await.until("every partition of " + topic + " answers", Duration.ofSeconds(60), () -> {
            try {
                return admin.listOffsets(all).all().get(30, TimeUnit.SECONDS).size() == partitions;
            } catch (ExecutionException | TimeoutException notYet) {
                return false;
            }
        });
    }

    /**
     * Returns when no transaction is open in the topic: the coordinator says that one has ended before its markers are in
     * the log, and what is sent meanwhile comes before them.
     */
    public final void awaitMarkers(String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> all = ends(topic, partitions);
        Await.until("all transactions of " + topic + " have ended", Duration.ofSeconds(60), () -> {
            var ends = admin.listOffsets(all).all().get(30, TimeUnit.SECONDS);
            var stable = admin.listOffsets(all, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            return total(stable.values()) >= total(ends.values());
        });
    }

    private static Map<TopicPartition, OffsetSpec> ends(String topic, int partitions) {
        return IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
    }

    private static long total(Collection<ListOffsetsResultInfo> offsets) {
        return offsets.stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    }

    /** Sends the raw bytes and returns where they are; the partition is chosen by the key. */
    public final RecordMetadata send(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        return send(new ProducerRecord<>(topic, key, value));
    }

    /** Sends the raw bytes to the partition and returns where they are. */
    public final RecordMetadata send(
            String topic, int partition, byte @Nullable [] key, byte @Nullable [] value, Header... headers) {
        return send(new ProducerRecord<>(topic, partition, key, value, List.of(headers)));
    }

    /** Sends any record and returns where it is. */
    public final RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return call(() -> producer.send(record).get(30, TimeUnit.SECONDS));
    }

    /** Sends any record and does not wait for it; see {@link #flush()}. */
    public final void sendLater(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record);
    }

    /** Waits until all that was sent is stored. */
    public final void flush() {
        producer.flush();
    }

    /** Sends so many small records {@code value-0}, {@code value-1}, ... round the partitions, and waits for them. */
    public final void sendMany(String topic, int partitions, int count) {
        for (int i = 0; i < count; i++) {
            byte[] text = ("value-" + i).getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(topic, i % partitions, null, text));
        }
        producer.flush();
    }

    /** Records stay, unless the topic says otherwise: those with times of long ago would be gone after half a minute. */
    final void createTopic(NewTopic topic) {
        Map<String, String> configs = new HashMap<>(Map.of("retention.ms", "-1"));
        if (topic.configs() != null) {
            configs.putAll(topic.configs());
        }
        topic.configs(configs);
        call(() -> admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS));
    }

    /** Ends its processes and deletes what they wrote. */
    @Override
    public abstract void close();

    final void closeClients() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }
}
