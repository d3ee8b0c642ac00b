package dev.surveyor.domain.consume;

/**
 * How much a table keeps; the first limit that is reached counts.
 *
 * @param records at least 1
 * @param bytes of keys, values and headers, at least 1
 */
public record BufferLimits(int records, long bytes) {

    public static final BufferLimits DEFAULT = new BufferLimits(100_000, 256L * 1024 * 1024);

    public BufferLimits {
        if (records < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "buffer of " + records + " records and " + bytes + " bytes: each must be at least 1");
        }
    }
}
