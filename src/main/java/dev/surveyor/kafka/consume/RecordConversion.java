package dev.surveyor.kafka.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.record.ReceivedRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Copies what was polled into records that keep nothing of the fetch buffers alive. For one thread at a time, the poll
 * thread or in a flood the one that keeps: it remembers
 * partitions, so that a million records share a few of them.
 */
final class RecordConversion {

    private final Map<TopicPartition, ReceivedRecord> views = new HashMap<>();

    /**
     * Returns the records, partition by partition, in the order of their offsets.
     *
     * @param receivedAt in milliseconds since 1970
     * @param seekEpoch how often the consumer was moved before
     */
    List<ConsumedRecord> convert(ConsumerRecords<ByteBuffer, ByteBuffer> polled, long receivedAt, int seekEpoch) {
        List<ConsumedRecord> converted = new ArrayList<>(polled.count());
        for (TopicPartition partition : polled.partitions()) {
            ReceivedRecord view = views.computeIfAbsent(
                    partition, key -> new ReceivedRecord(new PartitionId(key.topic(), key.partition())));
            for (ConsumerRecord<ByteBuffer, ByteBuffer> received : polled.records(partition)) {
                converted.add(view.copy(received, receivedAt, seekEpoch));
            }
        }
        return converted;
    }
}
