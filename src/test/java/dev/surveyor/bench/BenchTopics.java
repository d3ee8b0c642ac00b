package dev.surveyor.bench;

import dev.surveyor.testing.TestBroker;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topics that are measured on, on a sandbox broker of their own. Each is made when it is first asked for. */
final class BenchTopics implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final int SMALL_RECORDS = 2_000_000;
    private static final int LARGE_RECORDS = 100_000;

    private final TestBroker broker;
    private final Map<String, BenchTopic> made = new HashMap<>();

    BenchTopics(TestBroker broker) {
        this.broker = broker;
    }

    TestBroker broker() {
        return broker;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Returns the topic of 2,000,000 records of about 200 bytes, not compressed. */
    BenchTopic small() {
        return topic("small", "none", SMALL_RECORDS, BenchRecords::small);
    }

    /** Returns the topic of 2,000,000 records of about 200 bytes in lz4. */
    BenchTopic smallLz4() {
        return topic("small-lz4", "lz4", SMALL_RECORDS, BenchRecords::small);
    }

    /** Returns the topic of 100,000 records of about 10 KB, not compressed. */
    BenchTopic large() {
        return topic("large", "none", LARGE_RECORDS, BenchRecords::large);
    }

    private interface Maker {
        ProducerRecord<byte[], byte[]> make(String topic, int partitions, int number);
    }

    private BenchTopic topic(String name, String compression, int records, Maker maker) {
        BenchTopic known = made.get(name);
        if (known != null) {
            return known;
        }
        broker.createTopic(name, PARTITIONS, Map.of("retention.ms", "-1"));
        fill(name, compression, records, maker);
        int needles = (records + BenchRecords.NEEDLE_EVERY - 1) / BenchRecords.NEEDLE_EVERY;
        BenchTopic topic = new BenchTopic(name, PARTITIONS, records, needles);
        made.put(name, topic);
        return topic;
    }

    private void fill(String name, String compression, int records, Maker maker) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                compression,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                262_144,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                134_217_728L);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                var unused = producer.send(maker.make(name, PARTITIONS, i), (sent, failed) -> {
                    if (failed != null) {
                        failure.set(failed);
                    }
                });
            }
            producer.flush();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new AssertionError("topic " + name + " could not be filled", failed);
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
