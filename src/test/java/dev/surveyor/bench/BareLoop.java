package dev.surveyor.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What everything is measured against: one consumer that reads a topic and does nothing with its records. */
final class BareLoop {

    private static final Duration POLL_LIMIT = Duration.ofMillis(100);

    private final Map<String, Object> properties;
    private final String topic;

    /** Reads with the settings that were found fastest. */
    BareLoop(String bootstrapServers, String topic) {
        this.topic = topic;
        this.properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.RECEIVE_BUFFER_CONFIG,
                -1,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000);
    }

    /** Reads the whole topic, from making the client to closing it, and returns the number of records. */
    long readAll() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties);
        try {
            List<TopicPartition> partitions = partitions(consumer.partitionsFor(topic));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long records = 0;
            long bytes = 0;
            while (!partitions.isEmpty()) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL_LIMIT);
                for (ConsumerRecord<byte[], byte[]> one : polled) {
                    records++;
                    bytes += one.value().length;
                }
                partitions.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            }
            if (bytes == 0) {
                throw new AssertionError("nothing was read from " + topic);
            }
            return records;
        } finally {
            // The default would wait for the fetch that is parked at the end of the topic.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private static List<TopicPartition> partitions(List<PartitionInfo> infos) {
        List<TopicPartition> partitions = new ArrayList<>();
        infos.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        return partitions;
    }
}
