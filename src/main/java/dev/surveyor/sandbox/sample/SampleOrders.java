package dev.surveyor.sandbox.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Orders of a shop. The same number and time always give the same bytes. */
public final class SampleOrders {

    /** The id of order 0. */
    static final long FIRST_ID = 90_000;

    private static final int CUSTOMERS = 400;
    private static final int MOST_SECONDS_ON_THE_WAY = 3;
    private static final int DEAREST_CENTS = 20_000;
    private static final List<String> STATUSES =
            List.of("placed", "placed", "reserved", "paid", "paid", "picked", "shipped", "delivered", "cancelled");
    private static final List<String> TIERS = List.of("basic", "basic", "silver", "gold");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "GBP", "CHF");
    private static final List<String> SOURCES = List.of("checkout", "checkout", "mobile", "partner");
    private static final List<String> REGIONS = List.of("eu-west", "eu-north", "us-east");
    private static final List<String> PARTS = List.of("KB", "MS", "DP", "CB", "HP", "ST");

    private SampleOrders() {}

    /**
     * Returns the order of that number.
     *
     * @param number from 0
     * @param at the record's timestamp; the order was placed shortly before
     */
    public static ProducerRecord<byte[], byte[]> order(long number, Instant at) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        String customer = "cust-" + (1 + random.nextInt(CUSTOMERS));
        String value = value(number, customer, at, random);
        List<Header> headers = List.of(
                text("trace-id", new UUID(random.nextLong(), random.nextLong()).toString()),
                text("source", pick(SOURCES, random)),
                text("content-type", "application/json"),
                text("region", pick(REGIONS, random)));
        return new ProducerRecord<>(
                SampleTopic.ORDERS.topicName(),
                null,
                at.toEpochMilli(),
                customer.getBytes(UTF_8),
                value.getBytes(UTF_8),
                headers);
    }

    private static String value(long number, String customer, Instant at, Random random) {
        StringBuilder items = new StringBuilder();
        long totalCents = 0;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int quantity = 1 + random.nextInt(3);
            long cents = 199L + random.nextInt(DEAREST_CENTS);
            totalCents += quantity * cents;
            items.append(i == 0 ? "" : ",")
                    .append("{\"sku\":\"" + pick(PARTS, random) + "-" + (100 + random.nextInt(250)) + "\"")
                    .append(",\"qty\":" + quantity + ",\"price\":" + money(cents) + "}");
        }
        Instant placed = at.truncatedTo(ChronoUnit.MILLIS).minusMillis(random.nextInt(MOST_SECONDS_ON_THE_WAY * 1000));
        String coupon = random.nextInt(5) == 0 ? "\"WELCOME10\"" : "null";
        return "{\"status\":\"" + pick(STATUSES, random) + "\",\"total\":" + money(totalCents)
                + ",\"id\":" + (FIRST_ID + number)
                + ",\"currency\":\"" + pick(CURRENCIES, random) + "\""
                + ",\"customer\":{\"key\":\"" + customer + "\",\"tier\":\"" + pick(TIERS, random) + "\"}"
                + ",\"items\":[" + items + "],\"coupon\":" + coupon
                + ",\"placedAt\":\"" + placed + "\"}";
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static Header text(String key, String value) {
        return new RecordHeader(key, value.getBytes(UTF_8));
    }
}
