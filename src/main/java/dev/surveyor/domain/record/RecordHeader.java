package dev.surveyor.domain.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A header of a record. Keys may repeat and their order counts; a null value, an empty one and text are three things.
 *
 * @param key the header's name, may be empty
 * @param value the raw bytes, or null; not copied, so nobody may change them
 * @param keyBytes the bytes of a key that is not UTF-8, which the text shows changed; null where the text says all
 */
public record RecordHeader(String key, byte @Nullable [] value, byte @Nullable [] keyBytes) {

    private static final int LONGEST_WHOLE = 65;
    private static final int CUT_LENGTH = 50;

    public RecordHeader {
        Objects.requireNonNull(key, "key");
    }

    /** Makes a header whose key is a text, as Kafka's protocol has it. */
    public RecordHeader(String key, byte @Nullable [] value) {
        this(key, value, null);
    }

    /** Returns a header whose key is those bytes, whether they are UTF-8 or not. */
    public static RecordHeader of(byte[] keyBytes, byte @Nullable [] value) {
        String key = new String(keyBytes, StandardCharsets.UTF_8);
        boolean text = Arrays.equals(keyBytes, key.getBytes(StandardCharsets.UTF_8));
        return new RecordHeader(key, value, text ? null : keyBytes);
    }

    /** Returns the bytes of the key as they are in the log. */
    public byte[] keyInBytes() {
        return keyBytes == null ? key.getBytes(StandardCharsets.UTF_8) : keyBytes;
    }

    /** Returns a header whose value is the text in UTF-8. */
    public static RecordHeader text(String key, String value) {
        return new RecordHeader(key, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordHeader that
                && key.equals(that.key)
                && Arrays.equals(value, that.value)
                && Arrays.equals(keyBytes, that.keyBytes);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(value);
    }

    /**
     * Returns {@code key=nil}, {@code key=<empty>} or {@code key="text"}; a value over 65 bytes is cut to 50 and says
     * how many are left out, as the Go client prints it.
     */
    @Override
    public String toString() {
        if (value == null) {
            return key + "=nil";
        }
        if (value.length == 0) {
            return key + "=<empty>";
        }
        if (value.length <= LONGEST_WHOLE) {
            return key + "=\"" + new String(value, StandardCharsets.UTF_8) + "\"";
        }
        String start = new String(value, 0, CUT_LENGTH, StandardCharsets.UTF_8);
        return key + "=\"" + start + "\"(" + (value.length - CUT_LENGTH) + " more bytes)";
    }
}
