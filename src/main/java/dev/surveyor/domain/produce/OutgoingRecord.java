package dev.surveyor.domain.produce;

import dev.surveyor.domain.record.RecordHeader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record to send.
 *
 * @param topic where to
 * @param partition a fixed partition, or null to let the partitioner choose
 * @param key raw bytes, or null
 * @param value raw bytes, or null (a tombstone on a compacted topic)
 * @param headers in order, repeated keys kept
 * @param timestamp the record's time, or null for the time of sending
 * @param opaque the user's own tag; it goes with the delivery and never to the broker; null for none
 */
public record OutgoingRecord(
        String topic,
        @Nullable Integer partition,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<RecordHeader> headers,
        @Nullable Instant timestamp,
        @Nullable String opaque) {

    public OutgoingRecord {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("topic is blank");
        }
        if (partition != null && partition < 0) {
            throw new IllegalArgumentException("partition " + partition + " is negative; use null to let it be chosen");
        }
        headers = List.copyOf(headers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutgoingRecord that
                && topic.equals(that.topic)
                && Objects.equals(partition, that.partition)
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value)
                && headers.equals(that.headers)
                && Objects.equals(timestamp, that.timestamp)
                && Objects.equals(opaque, that.opaque);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, partition, Arrays.hashCode(key), Arrays.hashCode(value), headers, timestamp, opaque);
    }

    /** Returns the size of key, value and headers in bytes. */
    public int sizeInBytes() {
        int size = (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        for (RecordHeader header : headers) {
            size += header.keyInBytes().length + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }
}
