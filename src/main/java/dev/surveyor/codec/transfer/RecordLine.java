package dev.surveyor.codec.transfer;

import dev.surveyor.domain.record.RecordHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read from a line of a file.
 *
 * @param topic where it was, or null where the file does not say
 * @param partition where it was, or null
 * @param offset where it was, or null
 * @param timestamp in milliseconds since 1970, or null where there is none: records of old formats have no time
 * @param key raw bytes, or null
 * @param value raw bytes, or null
 * @param headers in their order, repeated keys kept
 */
public record RecordLine(
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable Long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<RecordHeader> headers) {

    public RecordLine {
        headers = List.copyOf(headers);
    }

    /** Returns the size of key, value and headers in bytes. */
    public long sizeInBytes() {
        long size = length(key) + length(value);
        for (RecordHeader header : headers) {
            size += header.keyInBytes().length + length(header.value());
        }
        return size;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
