package dev.surveyor.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a first page is measured against: one new consumer that reads the last records of each partition. */
final class LastPage {

    private static final Duration POLL_LIMIT = Duration.ofMillis(100);

    private final Map<String, Object> properties;
    private final String topic;
    private final int count;

    LastPage(String bootstrapServers, String topic, int count) {
        this.topic = topic;
        this.count = count;
        this.properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.RECEIVE_BUFFER_CONFIG,
                -1);
    }

    /** Returns the number of records read, from making the client to closing it. */
    long read() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties);
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach((partition, end) -> consumer.seek(partition, end - count));
            long records = 0;
            while (records < (long) count * partitions.size()) {
                records += consumer.poll(POLL_LIMIT).count();
            }
            return records;
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
