package dev.surveyor.sandbox.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The records that a fresh sandbox holds, each topic in the order in which it is written; the last ones are the newest. */
public final class SampleRecords {

    /** The first number that a double cannot hold, 2^53 + 1. */
    static final long BEYOND_DOUBLE = 9_007_199_254_740_993L;

    private static final int ORDERS = 500;
    private static final int PAYMENTS = 60;
    private static final int TRANSACTIONS = 8;
    private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(7);
    private static final Duration BETWEEN_OTHERS = Duration.ofSeconds(45);
    private static final List<String> PAYERS = List.of("Ada", "Zoë Müller", "Łukasz", "山田太郎", "Renée 🎉");

    private SampleRecords() {}

    /** Returns the orders, the last one placed at that time. */
    public static List<ProducerRecord<byte[], byte[]>> orders(Instant newest) {
        return IntStream.range(0, ORDERS)
                .mapToObj(i -> SampleOrders.order(i, before(newest, BETWEEN_ORDERS, ORDERS - 1 - i)))
                .toList();
    }

    /** Returns the payments: 64-bit numbers, header keys that repeat, and keys that are text, null or empty. */
    public static List<ProducerRecord<byte[], byte[]>> payments(Instant newest) {
        return IntStream.range(0, PAYMENTS)
                .mapToObj(i -> payment(i, before(newest, BETWEEN_OTHERS, PAYMENTS - 1 - i)))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> payment(int i, Instant at) {
        byte @Nullable [] key =
                switch (i % 5) {
                    case 3 -> null;
                    case 4 -> new byte[0];
                    default -> utf8("pay-" + (7_000 + i));
                };
        long limit = i % 7 == 0 ? Long.MAX_VALUE : Long.MIN_VALUE + i;
        String value = "{\"paymentId\":" + (BEYOND_DOUBLE + 2L * i) + ",\"orderId\":" + (SampleOrders.FIRST_ID + i)
                + ",\"amountMinor\":" + (1_000 + 137L * i) + ",\"currency\":\"EUR\",\"limit\":" + limit
                + ",\"rate\":0.1" + (i + 1) + "00,\"payer\":\"" + PAYERS.get(i % PAYERS.size()) + "\"}";
        List<Header> headers = new ArrayList<>();
        headers.add(header("source", utf8("psp")));
        for (int attempt = 1; attempt <= 1 + i % 3; attempt++) {
            headers.add(header("attempt", utf8(Integer.toString(attempt))));
        }
        headers.add(header(
                "trace", ByteBuffer.allocate(8).putLong(BEYOND_DOUBLE + i).array()));
        return record(SampleTopic.PAYMENTS, i % SampleTopic.PAYMENTS.partitions(), at, key, utf8(value), headers);
    }

    /** Returns the audit trail: binary, empty and null values, keys that come again, headers of each kind. */
    public static List<ProducerRecord<byte[], byte[]>> audit(Instant newest) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        int subjects = 8;
        int rounds = 4;
        for (int i = 0; i < subjects * rounds; i++) {
            int subject = i % subjects;
            byte[] key = subject % 2 == 0
                    ? utf8("user-" + subject)
                    : ByteBuffer.allocate(8)
                            .putLong(0xCAFE_BABE_0000_0000L + subject)
                            .array();
            Instant at = before(newest, BETWEEN_OTHERS, subjects * rounds - 1 - i);
            records.add(record(SampleTopic.AUDIT, 0, at, key, auditValue(i / subjects, subject), auditHeaders(i)));
        }
        return List.copyOf(records);
    }

    private static byte @Nullable [] auditValue(int round, int subject) {
        return switch ((round + subject) % 4) {
            case 0 -> utf8("{\"subject\":" + subject + ",\"action\":\"login\",\"round\":" + round + "}");
            case 1 ->
                new byte[] {(byte) 0xfe, 0x01, (byte) 0x8d, 0, 0, 0, 0, 0, 0, (byte) round, (byte) 0xff, (byte) subject
                };
            case 2 -> round == 0 ? new byte[0] : new byte[] {(byte) 0xe9, 'l', 'e', 'v', 'e', (byte) 0xc3};
            default -> null;
        };
    }

    private static List<Header> auditHeaders(int i) {
        return List.of(
                header("actor", utf8("svc-" + i % 3)),
                header(
                        "checksum",
                        ByteBuffer.allocate(4).putInt(0x9E37_79B9 * i).array()),
                header("comment", null),
                header("note", new byte[0]));
    }

    /** One transaction of {@code transfers}: a debit and a credit, each in its partition. */
    public record Transfer(boolean aborted, List<ProducerRecord<byte[], byte[]>> records) {
        public Transfer {
            records = List.copyOf(records);
        }
    }

    /** Returns the transactions in their order; every fourth is to be aborted, the last one is not. */
    public static List<Transfer> transfers(Instant newest) {
        return IntStream.range(0, TRANSACTIONS)
                .mapToObj(i -> transfer(i, before(newest, BETWEEN_OTHERS, TRANSACTIONS - 1 - i)))
                .toList();
    }

    private static Transfer transfer(int i, Instant at) {
        boolean aborted = i % 4 == 2;
        String rest = "\",\"transaction\":\"" + (aborted ? "aborted" : "committed") + "\"}";
        String amount = (100 + 35 * i) + ".00";
        String start = "{\"transfer\":" + (3_000 + i) + ",\"amount\":";
        byte[] key = utf8("tr-" + (3_000 + i));
        List<Header> headers = List.of(header("source", utf8("ledger")));
        return new Transfer(
                aborted,
                List.of(
                        record(
                                SampleTopic.TRANSFERS,
                                0,
                                at,
                                key,
                                utf8(start + "-" + amount + ",\"account\":\"A" + rest),
                                headers),
                        record(
                                SampleTopic.TRANSFERS,
                                1,
                                at,
                                key,
                                utf8(start + amount + ",\"account\":\"B" + rest),
                                headers)));
    }

    private static ProducerRecord<byte[], byte[]> record(
            SampleTopic topic,
            int partition,
            Instant at,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<Header> headers) {
        return new ProducerRecord<>(topic.topicName(), partition, at.toEpochMilli(), key, value, headers);
    }

    private static Header header(String key, byte @Nullable [] value) {
        return new RecordHeader(key, value);
    }

    private static Instant before(Instant newest, Duration step, int steps) {
        return newest.minus(step.multipliedBy(steps));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
