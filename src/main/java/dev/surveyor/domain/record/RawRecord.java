package dev.surveyor.domain.record;

/**
 * A record as raw bytes inside a larger array, for whoever only looks at it: {@link ConsumedRecord} keeps its bytes, a
 * reader that goes over a whole topic shows one record after the other where the client received them. Of the latter
 * kind nothing may be kept after the call that it was handed to.
 */
public interface RawRecord {

    /** The timestamp of a record that has none. */
    long NO_TIMESTAMP = -1;

    PartitionId partition();

    long offset();

    /** Returns the timestamp in milliseconds since 1970, as the broker stores it; any number, see {@link #hasTimestamp}. */
    long timestamp();

    TimestampType timestampType();

    /**
     * Returns whether the record has a time at all. One without is kept as the number -1 by the broker, of whatever type
     * ({@code RecordBatch.NO_TIMESTAMP}).
     */
    default boolean hasTimestamp() {
        return timestampType() != TimestampType.NOT_AVAILABLE && timestamp() != NO_TIMESTAMP;
    }

    /** Returns the array that key, value and headers lie in, in this order. Never to be changed. */
    @SuppressWarnings("ArrayReturn")
    byte[] data();

    /** Returns the index in {@link #data()} at which the key starts, and with it the record. */
    int keyStart();

    /** Returns the key's length in bytes, -1 where the key is null. */
    int keyLength();

    /** Returns the index in {@link #data()} at which the value starts; not before the end of the key. */
    int valueStart();

    /** Returns the value's length in bytes, -1 where the value is null. */
    int valueLength();

    /** Returns the index in {@link #data()} at which the first header starts; not before the end of the value. */
    int headersStart();

    int headerCount();

    /**
     * Returns how the lengths of a header's key and value are written before them: as in a record batch of Kafka
     * (zig-zag variable-length integers) if true, else as four bytes, highest first. A null value has the length -1.
     */
    boolean shortLengths();

    /** Returns the index in {@link #data()} after the last byte of the record. */
    int end();

    /** Returns the size of key, value and headers (their keys and values) in bytes, without any envelope. */
    int sizeInBytes();
}
