package dev.surveyor.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Makes the records of the topics: orders as JSON, some letters of them not ASCII, each with a key and two headers. */
final class BenchRecords {

    /** The word in the note of every {@link #NEEDLE_EVERY}th record, and nowhere else. */
    static final String NEEDLE = "Grautvornix";

    static final int NEEDLE_EVERY = 1_000;

    /** Every so-manieth record has the header {@code retry: 9}. */
    static final int RETRIED_EVERY = 500;

    private static final int SHOPS = 8;
    private static final String[] STATES = {"new", "paid", "packed", "shipped", "returned"};
    private static final String[] NAMES = {"Anna Berg", "José Núñez", "Chloé Martin", "Bo Li", "Łukasz Żak", "Ida Olsen"
    };
    private static final long FIRST_TIME = 1_750_000_000_000L;

    private BenchRecords() {}

    /** Returns a record of about 200 bytes in all parts together. */
    static ProducerRecord<byte[], byte[]> small(String topic, int partitions, int number) {
        return order(topic, partitions, number, "");
    }

    /** Returns a record of about 10 KB: the same with lines of text. */
    static ProducerRecord<byte[], byte[]> large(String topic, int partitions, int number) {
        StringBuilder lines = new StringBuilder(",\"lines\":[");
        for (int i = 0; lines.length() < 9_850; i++) {
            lines.append(i == 0 ? "" : ",")
                    .append("{\"sku\":\"sku-")
                    .append((number * 31 + i * 17) % 5_000)
                    .append("\",\"qty\":")
                    .append(i % 9 + 1)
                    .append(",\"text\":\"one of those that are always bought\"}");
        }
        return order(topic, partitions, number, lines.append(']').toString());
    }

    private static ProducerRecord<byte[], byte[]> order(String topic, int partitions, int number, String more) {
        String note = number % NEEDLE_EVERY == 0 ? NEEDLE : "none";
        String value = "{\"id\":" + number + ",\"status\":\"" + STATES[number % STATES.length]
                + "\",\"customer\":{\"name\":\"" + NAMES[number % NAMES.length] + "\",\"tier\":"
                + number * 7L % 10 + "},\"total\":" + number % 10_000 / 100.0 + ",\"note\":\"" + note
                + "\",\"placed\":\"2026-03-0" + (number % 9 + 1) + "T10:15:30.123Z\"" + more + "}";
        List<Header> headers = List.of(
                new RecordHeader("source", utf8("shop-" + number % SHOPS)),
                new RecordHeader("retry", utf8(number % RETRIED_EVERY == 0 ? "9" : "0")));
        return new ProducerRecord<>(
                topic, number % partitions, FIRST_TIME + number, utf8("cust-" + number % 50_000), utf8(value), headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
