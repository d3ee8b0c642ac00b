package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionOffsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Looks up the times of single records with a consumer that lives as long as the question. */
final class RecordTimes {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(4);
    private static final Duration POLL = Duration.ofMillis(100);

    private final ClientSettings settings;
    private final PartitionOffsets offsets;

    RecordTimes(ClientSettings settings, PartitionOffsets offsets) {
        this.settings = settings;
        this.offsets = offsets;
    }

    /**
     * Returns the time of the first record at or after each offset. Blocks, up to a few seconds.
     *
     * @param cancelled whether nobody waits any more
     */
    Map<PartitionId, Instant> ask(Map<PartitionId, Long> places, BooleanSupplier cancelled) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        places.forEach((id, offset) -> wanted.put(Partitions.of(id), offset));
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties());
        try {
            return read(consumer, wanted, cancelled);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties =
                settings.of(ClientKind.CONSUMER, settings.nextClientId(ClientKind.CONSUMER + "-times"));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        // One record of each partition is enough, so the smallest answer is the best.
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4_096);
        return properties;
    }

    private Map<PartitionId, Instant> read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> wanted, BooleanSupplier cancelled) {
        Map<TopicPartition, Long> ends = offsets.await(
                        OffsetQuestion.end(wanted.keySet(), IsolationLevel.READ_UNCOMMITTED), cancelled)
                .offsets();
        Map<TopicPartition, Long> begins =
                offsets.await(OffsetQuestion.begin(ends.keySet()), cancelled).offsets();
        Map<TopicPartition, Long> starts = new HashMap<>();
        begins.forEach((partition, begin) -> {
            long start = Math.max(wanted.getOrDefault(partition, begin), begin);
            if (start < ends.getOrDefault(partition, 0L)) {
                starts.put(partition, start);
            }
        });
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);

        Set<TopicPartition> open = new HashSet<>(starts.keySet());
        Map<PartitionId, Instant> times = new HashMap<>();
        long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
        while (!open.isEmpty() && System.nanoTime() < deadline && !cancelled.getAsBoolean()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                ConsumerRecord<byte[], byte[]> first =
                        records.records(partition).get(0);
                if (first.timestamp() != ConsumerRecord.NO_TIMESTAMP) {
                    times.putIfAbsent(Partitions.of(partition), Instant.ofEpochMilli(first.timestamp()));
                }
                open.remove(partition);
                consumer.pause(List.of(partition));
            }
            // The last offsets may be markers of transactions, which are never delivered.
            open.removeIf(partition -> consumer.position(partition, POLL) >= ends.getOrDefault(partition, 0L));
        }
        return times;
    }
}
