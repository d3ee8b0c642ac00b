package dev.surveyor.kafka.record;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.domain.record.TimestampType;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Shows the records of a poll, one after the other, where they lie in the buffer of the fetch. For one thread.
 *
 * <p>A record of a batch of format 2 is one run of bytes: length and bytes of the key, length and bytes of the value,
 * number of headers, and each header's key and value with their lengths (KIP-98, KIP-82). The client hands out key and
 * value as windows into that run, and decodes each header as a string and a copy, which would cost more than all else.
 * So the headers are read from the bytes after the value. Where these cannot be what the format says, the record is
 * copied instead, part by part.
 */
public final class ReceivedRecord implements RawRecord {

    private static final byte[] NOTHING = {};

    /** The length -1 of a null value, as a zig-zag integer. */
    private static final int NULL_VALUE = 1;

    private static final int LONGEST_VARINT = 5;

    private final PartitionId partition;
    private @Nullable ConsumerRecord<ByteBuffer, ByteBuffer> current;
    private byte[] data = NOTHING;
    private int keyStart;
    private int keyLength;
    private int valueStart;
    private int valueLength;
    private int headersStart;
    private int headerCount;
    private int headerBytes;
    private int end;
    private int readAt;

    /** Shows records of that partition. */
    public ReceivedRecord(PartitionId partition) {
        this.partition = partition;
    }

    /** Returns a view of the record, good until the next call: this object, or a copy where there is no other way. */
    public RawRecord show(ConsumerRecord<ByteBuffer, ByteBuffer> received) {
        current = received;
        return find(received) ? this : RecordCopy.of(partition, received, 0, 0);
    }

    /**
     * Returns the record for keeping: its run of bytes is copied at once.
     *
     * @param receivedAt in milliseconds since 1970
     * @param seekEpoch how often the consumer was moved before
     */
    public ConsumedRecord copy(ConsumerRecord<ByteBuffer, ByteBuffer> received, long receivedAt, int seekEpoch) {
        current = received;
        if (!find(received)) {
            return RecordCopy.of(partition, received, receivedAt, seekEpoch);
        }
        return ConsumedRecord.copyOf(this, receivedAt, RecordCopy.leaderEpoch(received), seekEpoch);
    }

    private boolean find(ConsumerRecord<ByteBuffer, ByteBuffer> received) {
        ByteBuffer key = received.key();
        ByteBuffer value = received.value();
        if (value != null) {
            return value.hasArray() && findValue(value, key) && findHeaders(received);
        }
        return key != null && key.hasArray() && findKeyAlone(key) && findHeaders(received);
    }

    private boolean findValue(ByteBuffer value, @Nullable ByteBuffer key) {
        data = value.array();
        valueStart = value.arrayOffset() + value.position();
        valueLength = value.remaining();
        headersStart = valueStart + valueLength;
        if (key == null) {
            keyStart = valueStart;
            keyLength = -1;
            return true;
        }
        keyStart = key.hasArray() ? key.arrayOffset() + key.position() : -1;
        keyLength = key.remaining();
        int between = valueStart - keyStart - keyLength;
        return keyStart >= 0 && key.array() == data && between >= 0 && between <= LONGEST_VARINT;
    }

    private boolean findKeyAlone(ByteBuffer key) {
        data = key.array();
        keyStart = key.arrayOffset() + key.position();
        keyLength = key.remaining();
        int keyEnd = keyStart + keyLength;
        valueStart = keyEnd + 1;
        valueLength = -1;
        headersStart = valueStart;
        return keyEnd < data.length && data[keyEnd] == NULL_VALUE;
    }

    /** Goes over the headers once; false where they are not there. */
    private boolean findHeaders(ConsumerRecord<ByteBuffer, ByteBuffer> received) {
        headerBytes = 0;
        end = headersStart;
        readAt = headersStart;
        headerCount = varint();
        if (!inFormat2(received)) {
            int told = received.headers().toArray().length;
            headerCount = told == 0 || told == headerCount ? told : -1;
        }
        if (headerCount <= 0) {
            return headerCount == 0;
        }
        headersStart = readAt;
        for (int i = 0; i < headerCount; i++) {
            if (!passBytes(varint())) {
                return false;
            }
            int headerValue = varint();
            if (headerValue != -1 && !passBytes(headerValue)) {
                return false;
            }
        }
        end = readAt;
        return true;
    }

    /** Only batches of format 2 carry the epoch of the leader, and only these have headers (KIP-101, KIP-82). */
    private static boolean inFormat2(ConsumerRecord<ByteBuffer, ByteBuffer> received) {
        return received.leaderEpoch().isPresent();
    }

    private boolean passBytes(int length) {
        if (length < 0 || length > data.length - readAt) {
            return false;
        }
        readAt += length;
        headerBytes += length;
        return true;
    }

    /** Reads a zig-zag integer; a number that no length can be where the bytes end. */
    private int varint() {
        int zigZag = 0;
        for (int shift = 0; shift < 35 && readAt < data.length; shift += 7) {
            byte octet = data[readAt++];
            zigZag |= (octet & 0x7f) << shift;
            if (octet >= 0) {
                return (zigZag >>> 1) ^ -(zigZag & 1);
            }
        }
        return Integer.MIN_VALUE;
    }

    private ConsumerRecord<ByteBuffer, ByteBuffer> shown() {
        ConsumerRecord<ByteBuffer, ByteBuffer> shown = current;
        if (shown == null) {
            throw new IllegalStateException("no record has been shown yet");
        }
        return shown;
    }

    @Override
    public PartitionId partition() {
        return partition;
    }

    @Override
    public long offset() {
        return shown().offset();
    }

    @Override
    public long timestamp() {
        return shown().timestamp();
    }

    @Override
    public TimestampType timestampType() {
        return RecordCopy.type(shown());
    }

    @Override
    @SuppressWarnings("ArrayReturn")
    public byte[] data() {
        return data;
    }

    @Override
    public int keyStart() {
        return keyStart;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public int valueStart() {
        return valueStart;
    }

    @Override
    public int valueLength() {
        return valueLength;
    }

    @Override
    public int headersStart() {
        return headersStart;
    }

    @Override
    public int headerCount() {
        return headerCount;
    }

    @Override
    public boolean shortLengths() {
        return true;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public int sizeInBytes() {
        return Math.max(keyLength, 0) + Math.max(valueLength, 0) + headerBytes;
    }
}
