package dev.surveyor.kafka.record;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Copies a record part by part, as the client hands them out. */
final class RecordCopy {

    private RecordCopy() {}

    static ConsumedRecord of(
            PartitionId partition, ConsumerRecord<ByteBuffer, ByteBuffer> received, long receivedAt, int seekEpoch) {
        ConsumedRecord.Builder builder = ConsumedRecord.at(partition, received.offset())
                .timestamp(received.timestamp(), type(received))
                .receivedAt(receivedAt)
                .leaderEpoch(leaderEpoch(received))
                .seekEpoch(seekEpoch)
                .key(bytes(received.key()))
                .value(bytes(received.value()));
        for (Header header : received.headers()) {
            builder.header(header.key().getBytes(StandardCharsets.UTF_8), header.value());
        }
        return builder.build();
    }

    static int leaderEpoch(ConsumerRecord<ByteBuffer, ByteBuffer> received) {
        return received.leaderEpoch().orElse(ConsumedRecord.NO_LEADER_EPOCH);
    }

    static TimestampType type(ConsumerRecord<ByteBuffer, ByteBuffer> received) {
        return switch (received.timestampType()) {
            case CREATE_TIME -> TimestampType.CREATE_TIME;
            case LOG_APPEND_TIME -> TimestampType.LOG_APPEND_TIME;
            case NO_TIMESTAMP_TYPE -> TimestampType.NOT_AVAILABLE;
        };
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }
}
