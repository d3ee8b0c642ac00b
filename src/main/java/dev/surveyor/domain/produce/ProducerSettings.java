package dev.surveyor.domain.produce;

import java.time.Duration;

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
