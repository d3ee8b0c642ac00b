package dev.surveyor.kafka.testing;

import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Logs in which not every offset holds a record, as they really come about: by the cleaner and by transactions. */
public final class OddLogs {

    private static final Duration CLEANING = Duration.ofMinutes(2);

    private OddLogs() {}

    /**
     * Makes a topic of one partition that was really compacted: records of so many keys, behind them hundreds of offsets
     * of which almost none is left. The cleaner rests afterwards, so that offsets stay as they are.
     */
    public static String compacted(TestBroker broker, int keys) {
        String topic = TestBroker.uniqueName("compacted");
        broker.createTopic(
                topic,
                1,
                Map.of(
                        "cleanup.policy", "compact,delete",
                        "retention.ms", "-1",
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.01",
                        "max.compaction.lag.ms", "100",
                        "delete.retention.ms", "600000"));
        for (int i = 0; i < 35; i++) {
            broker.send(topic, 0, bytes("hot"), bytes("early-" + i));
        }
        for (int i = 0; i < keys; i++) {
            broker.send(topic, 0, bytes("key-" + i), bytes("kept-" + i));
        }
        for (int i = 0; i < 300; i++) {
            broker.send(topic, 0, bytes("hot"), bytes("hot-" + i));
        }
        Await.until("the cleaner has run", CLEANING, () -> {
            broker.send(topic, 0, bytes("hot"), bytes("so that the segment rolls"));
            return offsets(broker, topic, "read_uncommitted").size() < keys + 10;
        });
        rest(broker, topic);
        return topic;
    }

    private static void rest(TestBroker broker, String topic) {
        List<AlterConfigOp> changes = List.of(
                set("min.cleanable.dirty.ratio", "1"),
                set("max.compaction.lag.ms", Long.toString(Long.MAX_VALUE)),
                set("min.compaction.lag.ms", Long.toString(Long.MAX_VALUE - 1)));
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            broker.admin()
                    .incrementalAlterConfigs(Map.of(resource, changes))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("the cleaner cannot be told to rest", failed);
        }
        // What it had begun it ends.
        List<List<Long>> looks = new ArrayList<>();
        Await.until("the log stays as it is", CLEANING, () -> {
            looks.add(offsets(broker, topic, "read_uncommitted"));
            int last = looks.size() - 1;
            return last >= 3 && looks.get(last).equals(looks.get(last - 3));
        });
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    /** Writes records in a transaction of its own to partition 0, and ends it. */
    public static void transaction(TestBroker broker, String topic, int count, boolean commit) {
        transaction(broker, topic, count, null, commit);
    }

    /** Does the same with records of that time, in milliseconds since 1970; null for now. */
    public static void transaction(
            TestBroker broker, String topic, int count, @Nullable Long timestamp, boolean commit) {
        try (KafkaProducer<byte[], byte[]> producer = begin(broker, topic, count, timestamp)) {
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
            broker.awaitMarkers(topic, 1);
        }
    }

    /** Returns the offset after the last one of partition 0. */
    public static long end(TestBroker broker, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try {
            return broker.admin()
                    .listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(60, TimeUnit.SECONDS)
                    .offset();
        } catch (Exception failed) {
            throw new AssertionError(topic + " does not tell its end", failed);
        }
    }

    /** Begins a transaction that stays open until its producer ends it. */
    public static KafkaProducer<byte[], byte[]> begin(
            TestBroker broker, String topic, int count, @Nullable Long timestamp) {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "transactional.id", TestBroker.uniqueName("odd"),
                        "transaction.timeout.ms", 300_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        for (int i = 0; i < count; i++) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, timestamp, null, bytes("transacted-" + i)));
        }
        producer.flush();
        return producer;
    }

    /** Returns the offsets that a plain consumer of that isolation level is given of partition 0. */
    public static List<Long> offsets(TestBroker broker, String topic, String isolation) {
        return records(broker, topic, isolation).stream()
                .map(ConsumerRecord::offset)
                .toList();
    }

    /** Returns the records that a plain consumer of that isolation level is given of partition 0. */
    public static List<ConsumerRecord<byte[], byte[]>> records(TestBroker broker, String topic, String isolation) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "isolation.level",
                        isolation,
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
