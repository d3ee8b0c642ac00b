package dev.surveyor.domain.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was received: raw bytes, nothing decoded, null kept apart from empty. Immutable.
 *
 * <p>Key, value and headers share one array ({@link #data()}), so that a kept record costs little more than its bytes:
 * first the key, then the value, then each header as key length, key in UTF-8, value length (-1 for null) and value.
 * Lengths take four bytes, highest first, in records that were put together; in those that were copied as a broker sent
 * them they are zig-zag integers of one to five bytes, as on the wire (KIP-98). {@link #headers()} and
 * {@link HeaderCursor} read both.
 */
public final class ConsumedRecord implements LogEntry, RawRecord {

    /** The leader epoch of a record whose broker did not tell it. */
    public static final int NO_LEADER_EPOCH = -1;

    private static final int NULL_LENGTH = -1;

    private final PartitionId partition;
    private final long offset;
    private final long timestamp;
    private final long receivedAt;
    private final byte[] data;
    private final int keyLength;
    private final int valueStart;
    private final int valueLength;
    private final int headersStart;
    private final int sizeInBytes;
    private final int leaderEpoch;
    private final int seekEpoch;
    private final int headerCount;
    private final TimestampType timestampType;
    private final boolean shortLengths;

    private ConsumedRecord(Builder builder, byte[] data) {
        this.partition = builder.partition;
        this.offset = builder.offset;
        this.timestamp = builder.timestamp;
        this.timestampType = builder.timestampType;
        this.receivedAt = builder.receivedAt;
        this.leaderEpoch = builder.leaderEpoch;
        this.seekEpoch = builder.seekEpoch;
        this.keyLength = builder.key == null ? NULL_LENGTH : builder.key.length;
        this.valueLength = builder.value == null ? NULL_LENGTH : builder.value.length;
        this.headerCount = builder.headerParts.size() / 2;
        this.valueStart = Math.max(keyLength, 0);
        this.headersStart = valueStart + Math.max(valueLength, 0);
        this.sizeInBytes = data.length - headerCount * 8;
        this.shortLengths = false;
        this.data = data;
    }

    private ConsumedRecord(RawRecord raw, long receivedAt, int leaderEpoch, int seekEpoch) {
        int start = raw.keyStart();
        this.partition = raw.partition();
        this.offset = raw.offset();
        this.timestamp = raw.timestamp();
        this.timestampType = raw.timestampType();
        this.receivedAt = receivedAt;
        this.leaderEpoch = leaderEpoch;
        this.seekEpoch = seekEpoch;
        this.keyLength = raw.keyLength();
        this.valueStart = raw.valueStart() - start;
        this.valueLength = raw.valueLength();
        this.headersStart = raw.headersStart() - start;
        this.headerCount = raw.headerCount();
        this.sizeInBytes = raw.sizeInBytes();
        this.shortLengths = raw.shortLengths();
        this.data = Arrays.copyOfRange(raw.data(), start, raw.end());
    }

    /**
     * Returns a copy of the record that keeps nothing else of its array alive.
     *
     * @param receivedAt in milliseconds since 1970
     * @param leaderEpoch or {@link #NO_LEADER_EPOCH}
     * @param seekEpoch how often the consumer was moved before
     */
    public static ConsumedRecord copyOf(RawRecord raw, long receivedAt, int leaderEpoch, int seekEpoch) {
        return new ConsumedRecord(raw, receivedAt, leaderEpoch, seekEpoch);
    }

    /** Returns a builder for the record at that place. */
    public static Builder at(PartitionId partition, long offset) {
        return new Builder(partition, offset);
    }

    @Override
    public PartitionId partition() {
        return partition;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public TimestampType timestampType() {
        return timestampType;
    }

    /** Returns when this program received the record, in milliseconds since 1970. */
    public long receivedAt() {
        return receivedAt;
    }

    /** Returns the epoch of the partition's leader, or {@link #NO_LEADER_EPOCH}. */
    public int leaderEpoch() {
        return leaderEpoch;
    }

    /** Returns the number of seeks that the consumer had done when it received this record, from 0. */
    public int seekEpoch() {
        return seekEpoch;
    }

    /** Returns the shared array of key, value and headers. Not a copy: never to be changed. */
    @Override
    @SuppressWarnings("ArrayReturn")
    public byte[] data() {
        return data;
    }

    @Override
    public int keyStart() {
        return 0;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public int valueLength() {
        return valueLength;
    }

    @Override
    public int valueStart() {
        return valueStart;
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
        return shortLengths;
    }

    @Override
    public int end() {
        return data.length;
    }

    /** Returns a copy of the key, or null. */
    public byte @Nullable [] key() {
        return slice(0, keyLength);
    }

    /** Returns a copy of the value, or null (a tombstone on a compacted topic). */
    public byte @Nullable [] value() {
        return slice(valueStart, valueLength);
    }

    /** Returns a copy of the headers in their order, repeated keys kept. */
    public List<RecordHeader> headers() {
        List<RecordHeader> headers = new ArrayList<>(headerCount);
        HeaderCursor header = new HeaderCursor(this);
        while (header.next()) {
            headers.add(header.copy());
        }
        return headers;
    }

    @Override
    public int sizeInBytes() {
        return sizeInBytes;
    }

    /** Returns this record's place, {@code orders[3]@48210}. */
    public PartitionOffset reference() {
        return new PartitionOffset(
                partition, offset, null, null, leaderEpoch == NO_LEADER_EPOCH ? null : Integer.valueOf(leaderEpoch));
    }

    private byte @Nullable [] slice(int start, int length) {
        if (length == NULL_LENGTH) {
            return null;
        }
        return Arrays.copyOfRange(data, start, start + length);
    }

    @Override
    public String toString() {
        return reference().toString();
    }

    /** Collects the parts of a record and packs them once. Not for use by two threads. */
    public static final class Builder {
        private static final List<byte @Nullable []> NO_PARTS = List.of();

        private final PartitionId partition;
        private final long offset;
        private long timestamp = -1;
        private TimestampType timestampType = TimestampType.NOT_AVAILABLE;
        private long receivedAt;
        private int leaderEpoch = NO_LEADER_EPOCH;
        private int seekEpoch;
        private byte @Nullable [] key;
        private byte @Nullable [] value;
        /** Key in UTF-8 and value of each header in turn. */
        private List<byte @Nullable []> headerParts = NO_PARTS;

        private Builder(PartitionId partition, long offset) {
            this.partition = partition;
            this.offset = offset;
        }

        public Builder timestamp(long millis, TimestampType type) {
            this.timestamp = millis;
            this.timestampType = type;
            return this;
        }

        public Builder receivedAt(long millis) {
            this.receivedAt = millis;
            return this;
        }

        public Builder leaderEpoch(int epoch) {
            this.leaderEpoch = epoch;
            return this;
        }

        public Builder seekEpoch(int epoch) {
            this.seekEpoch = epoch;
            return this;
        }

        public Builder key(byte @Nullable [] bytes) {
            this.key = bytes;
            return this;
        }

        public Builder value(byte @Nullable [] bytes) {
            this.value = bytes;
            return this;
        }

        /** Sets all headers at once. */
        public Builder headers(List<RecordHeader> list) {
            headerParts = NO_PARTS;
            list.forEach(header -> header(header.keyInBytes(), header.value()));
            return this;
        }

        /**
         * Adds a header after those that are there.
         *
         * @param keyInUtf8 its key, already encoded
         * @param headerValue its value, or null
         */
        public Builder header(byte[] keyInUtf8, byte @Nullable [] headerValue) {
            if (headerParts.isEmpty()) {
                headerParts = new ArrayList<>();
            }
            headerParts.add(keyInUtf8);
            headerParts.add(headerValue);
            return this;
        }

        public ConsumedRecord build() {
            int size = lengthOf(key) + lengthOf(value);
            for (int i = 0; i < headerParts.size(); i++) {
                size += 4 + lengthOf(headerParts.get(i));
            }
            byte[] data = new byte[size];
            int at = put(data, 0, key);
            at = put(data, at, value);
            for (int i = 0; i < headerParts.size(); i++) {
                byte[] part = headerParts.get(i);
                at = putInt(data, at, part == null ? NULL_LENGTH : part.length);
                at = put(data, at, part);
            }
            return new ConsumedRecord(this, data);
        }

        private static int lengthOf(byte @Nullable [] bytes) {
            return bytes == null ? 0 : bytes.length;
        }

        private static int put(byte[] data, int at, byte @Nullable [] bytes) {
            if (bytes == null) {
                return at;
            }
            System.arraycopy(bytes, 0, data, at, bytes.length);
            return at + bytes.length;
        }

        private static int putInt(byte[] data, int at, int number) {
            data[at] = (byte) (number >>> 24);
            data[at + 1] = (byte) (number >>> 16);
            data[at + 2] = (byte) (number >>> 8);
            data[at + 3] = (byte) number;
            return at + 4;
        }
    }
}
