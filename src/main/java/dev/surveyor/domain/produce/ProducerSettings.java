package dev.surveyor.domain.produce;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a producer sends.
 *
 * @param acks how many replicas must have the record
 * @param compression how batches are compressed
 * @param idempotence whether retries are kept from doubling a record; needs {@link Acks#ALL}
 * @param linger how long a batch waits for more records
 * @param batchSize upper size of a batch in bytes
 * @param deliveryTimeout after how long an unacknowledged record counts as failed
 */
public record ProducerSettings(
        Acks acks,
        Compression compression,
        boolean idempotence,
        Duration linger,
        int batchSize,
        Duration deliveryTimeout) {

    public static final ProducerSettings DEFAULT =
            new ProducerSettings(Acks.ALL, Compression.NONE, true, Duration.ZERO, 16_384, Duration.ofSeconds(30));

    public ProducerSettings {
        if (idempotence && acks != Acks.ALL) {
            throw new IllegalArgumentException("idempotence needs acks=all, not acks=" + acks);
        }
    }

    /**
     * Returns what client properties say of sending, and the defaults of this program for what they do not say or what
     * cannot be read; idempotence goes off where the acks forbid it, as the Java client does by itself.
     *
     * @param properties by Kafka's names, for instance those of a connection
     */
    public static ProducerSettings of(Map<String, String> properties) {
        Acks acks = Stream.of(Acks.values())
                .filter(each -> each.toString()
                        .equals(properties.getOrDefault("acks", "").replace("-1", "all")))
                .findFirst()
                .orElse(DEFAULT.acks);
        Compression compression = Stream.of(Compression.values())
                .filter(each -> each.toString().equals(properties.get("compression.type")))
                .findFirst()
                .orElse(DEFAULT.compression);
        boolean idempotence = !"false".equalsIgnoreCase(properties.get("enable.idempotence"));
        return new ProducerSettings(
                acks,
                compression,
                idempotence && acks == Acks.ALL,
                Duration.ofMillis(number(properties, "linger.ms", DEFAULT.linger.toMillis())),
                (int) number(properties, "batch.size", DEFAULT.batchSize),
                Duration.ofMillis(
                        Math.max(1, number(properties, "delivery.timeout.ms", DEFAULT.deliveryTimeout.toMillis()))));
    }

    /** Returns the same with every in-sync replica asked, and no record doubled by a retry. */
    public ProducerSettings confirmedByAll() {
        return new ProducerSettings(Acks.ALL, compression, true, linger, batchSize, deliveryTimeout);
    }

    private static long number(Map<String, String> properties, String name, long otherwise) {
        String text = properties.getOrDefault(name, "").strip();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
    }

    /** The values of {@code acks}. */
    public enum Acks {
        NONE("0"),
        LEADER("1"),
        ALL("all");

        private final String text;

        Acks(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The values of {@code compression.type}. */
    public enum Compression {
        NONE("none"),
        GZIP("gzip"),
        SNAPPY("snappy"),
        LZ4("lz4"),
        ZSTD("zstd");

        private final String text;

        Compression(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
