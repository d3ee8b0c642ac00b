package dev.surveyor.kafka.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Copies what was polled into records that keep nothing of the fetch buffers alive. Poll thread only: it remembers
 * partitions and header keys, so that a million records share a few of them.
 */
final class RecordConversion {

    /** Header keys are few and repeat; one that makes them up as it goes must not fill the memory. */
    private static final int REMEMBERED_KEYS = 1_000;

    private final Map<TopicPartition, PartitionId> partitions = new HashMap<>();
    private final Map<String, byte[]> headerKeys = new HashMap<>();

    /**
     * Returns the records, partition by partition, in the order of their offsets.
     *
     * @param receivedAt in milliseconds since 1970
     * @param seekEpoch how often the consumer was moved before
     */
    List<ConsumedRecord> convert(ConsumerRecords<byte[], byte[]> polled, long receivedAt, int seekEpoch) {
        List<ConsumedRecord> converted = new ArrayList<>(polled.count());
        for (TopicPartition partition : polled.partitions()) {
            PartitionId id = id(partition);
            for (ConsumerRecord<byte[], byte[]> polledRecord : polled.records(partition)) {
                converted.add(convert(id, polledRecord, receivedAt, seekEpoch));
            }
        }
        return converted;
    }

    /** Returns the one object that stands for the partition. */
    PartitionId id(TopicPartition partition) {
        return partitions.computeIfAbsent(partition, key -> new PartitionId(key.topic(), key.partition()));
    }

    private ConsumedRecord convert(
            PartitionId id, ConsumerRecord<byte[], byte[]> polled, long receivedAt, int seekEpoch) {
        ConsumedRecord.Builder builder = ConsumedRecord.at(id, polled.offset())
                .timestamp(polled.timestamp(), type(polled.timestampType()))
                .receivedAt(receivedAt)
                .leaderEpoch(polled.leaderEpoch().orElse(ConsumedRecord.NO_LEADER_EPOCH))
                .seekEpoch(seekEpoch)
                .key(polled.key())
                .value(polled.value());
        for (Header header : polled.headers()) {
            builder.header(keyInUtf8(header.key()), header.value());
        }
        return builder.build();
    }

    private byte[] keyInUtf8(String key) {
        byte[] known = headerKeys.get(key);
        if (known == null) {
            known = key.getBytes(StandardCharsets.UTF_8);
            if (headerKeys.size() < REMEMBERED_KEYS) {
                headerKeys.put(key, known);
            }
        }
        return known;
    }

    private static TimestampType type(org.apache.kafka.common.record.TimestampType type) {
        return switch (type) {
            case CREATE_TIME -> TimestampType.CREATE_TIME;
            case LOG_APPEND_TIME -> TimestampType.LOG_APPEND_TIME;
            case NO_TIMESTAMP_TYPE -> TimestampType.NOT_AVAILABLE;
        };
    }
}
