package dev.surveyor.testing;

import dev.surveyor.sandbox.Broker;
import dev.surveyor.sandbox.BrokerPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A real broker in a process of its own with an empty temporary folder and free ports, without sample data. Integration
 * tests normally get the shared one from {@link SandboxBroker}; a test that harms its broker starts its own:
 *
 * <pre>{@code
 * try (TestBroker broker = TestBroker.start()) {
 *     String topic = broker.newTopic(3);
 *     broker.kill();
 *     ...
 *     broker.restart(); // same port, same data
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads, except starting and stopping.
 */
public final class TestBroker implements AutoCloseable {

    private static final long LONGEST_START_MS = 60_000;
    private static final AtomicInteger TOPIC_NUMBERS = new AtomicInteger();
    private static final ThreadFactory DAEMONS = work -> {
        Thread thread = new Thread(work, "test-broker");
        thread.setDaemon(true);
        return thread;
    };

    private final Path folder;
    private final Broker broker;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private BrokerPorts ports;

    private TestBroker(Path folder) throws IOException, InterruptedException, TimeoutException {
        this.folder = folder;
        this.ports = BrokerPorts.anyFree();
        this.broker = new Broker(folder, DAEMONS);
        broker.start(ports, LONGEST_START_MS);
        Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers(), "client.id", "test-broker");
        this.admin = Admin.create(client);
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers(),
                        "client.id",
                        "test-broker",
                        "max.in.flight.requests.per.connection",
                        1,
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns a broker that answers. */
    public static TestBroker start() {
        try {
            return new TestBroker(Files.createTempDirectory("surveyor-test-broker"));
        } catch (IOException | TimeoutException fault) {
            throw new AssertionError("the test broker did not start", fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Returns {@code 127.0.0.1:port}; the same after a restart. */
    public String bootstrapServers() {
        return ports.bootstrapServer();
    }

    /** Returns the shared admin client of the tests; closed with the broker. */
    public Admin admin() {
        return admin;
    }

    /** Returns the process id of the broker, for instance to send it SIGSTOP. */
    public long pid() {
        return broker.running().pid();
    }

    /** Returns a name that no other test uses. */
    public static String uniqueName(String start) {
        return start + "-" + ProcessHandle.current().pid() + "-" + TOPIC_NUMBERS.incrementAndGet();
    }

    /** Creates a topic with a unique name and returns the name. */
    public String newTopic(int partitions) {
        String name = uniqueName("topic");
        createTopic(name, partitions, Map.of());
        return name;
    }

    /** Creates a topic, and returns when every partition can be written: one that was just made refuses for a moment. */
    public void createTopic(String name, int partitions, Map<String, String> configs) {
        call(() -> admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configs)))
                .all()
                .get(30, TimeUnit.SECONDS));
        awaitPartitions(name, partitions);
    }

    /** Returns when so many partitions of the topic answer. */
    public void awaitPartitions(String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> all = IntStream.range(0, partitions)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
        Await.until("every partition of " + topic + " answers", Duration.ofSeconds(30), () -> {
            try {
                return admin.listOffsets(all).all().get(5, TimeUnit.SECONDS).size() == partitions;
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }

    /** Sends the raw bytes and returns where they are; the partition is chosen by the key. */
    public RecordMetadata send(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        return send(new ProducerRecord<>(topic, key, value));
    }

    /** Sends the raw bytes to the partition and returns where they are. */
    public RecordMetadata send(
            String topic, int partition, byte @Nullable [] key, byte @Nullable [] value, Header... headers) {
        return send(new ProducerRecord<>(topic, partition, key, value, List.of(headers)));
    }

    /** Sends any record and returns where it is. */
    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return call(() -> producer.send(record).get(30, TimeUnit.SECONDS));
    }

    /** Sends so many small records {@code value-0}, {@code value-1}, ... round the partitions, and waits for them. */
    public void sendMany(String topic, int partitions, int count) {
        for (int i = 0; i < count; i++) {
            byte[] text = ("value-" + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(topic, i % partitions, null, text));
        }
        producer.flush();
    }

    /** Shuts the broker down in order and waits until its process is gone; the data stays. */
    public void stop() {
        call(() -> {
            broker.stop();
            return broker.awaitGone(LONGEST_START_MS);
        });
    }

    /** Ends the broker at once, as a crash would; the data stays. */
    public void kill() {
        call(() -> {
            broker.kill();
            return true;
        });
    }

    /** Starts it again at the same port with its data, after {@link #stop()} or {@link #kill()}. */
    public void restart() {
        call(() -> {
            broker.start(ports, LONGEST_START_MS);
            return true;
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
        kill();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static <T> T call(java.util.concurrent.Callable<T> work) {
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
