package dev.surveyor.filter;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.TimeStretch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that the filter tests ask about, each with a name of one letter. */
final class FilterFixtures {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    private FilterFixtures() {}

    /**
     * a: an order with headers; b: another, older; c: a tombstone; d: text with umlauts, empty key; e: binary, null key;
     * f: broken JSON; g: null key, null value; h: text that is not UTF-8.
     */
    static Map<String, ConsumedRecord> records() {
        Map<String, ConsumedRecord> records = new LinkedHashMap<>();
        records.put("a", record(0, 100, "-1m", utf8("cust-42"), utf8(ORDER), ORDER_HEADERS));
        records.put("b", record(3, 200, "-20m", utf8("cust-7"), utf8(OTHER), List.of(RecordHeader.text("test", "1"))));
        records.put("c", record(3, 201, "-2h", utf8("cust-7"), null, List.of()));
        records.put("d", record(1, 5, "-3d", utf8(""), utf8("Äpfel und Birnen, 10:02"), List.of()));
        records.put("e", record(1, 6, "-1m", null, new byte[] {0, 0, 0, 42, (byte) 0xff, (byte) 0xfe}, NULL_HEADERS));
        records.put("f", record(2, 1, "-1m", utf8("cust-9"), utf8("{\"id\":9,\"status\":\"pa"), List.of()));
        records.put("g", record(2, 2, "-1m", null, null, List.of()));
        records.put("h", record(2, 3, "-1m", utf8("k"), new byte[] {'c', 'a', 'f', (byte) 0xe9}, List.of()));
        return records;
    }

    private static final String ORDER =
            "{\"id\":42,\"status\":\"paid\",\"total\":120.50,\"big\":123456789012345678901234567890,"
                    + "\"items\":[{\"sku\":\"A-1\",\"n\":2},{\"sku\":\"B-2\",\"n\":5}],\"a\":{\"b\":{\"c\":5},\"odd name\":true},"
                    + "\"note\":null,\"empty\":\"\",\"at\":\"2026-11-22T09:59:00Z\",\"text\":\"say \\\"hi\\\"\",\"n\\u0061me\":\"esc\"}";

    private static final String OTHER = "{\"id\":7,\"status\":\"OPEN\",\"total\":\"80\",\"items\":[],\"id\":8}";

    private static final List<RecordHeader> ORDER_HEADERS = List.of(
            RecordHeader.text("source", "Web-Shop"),
            RecordHeader.text("retry", "2"),
            RecordHeader.text("retry", "3"),
            RecordHeader.text("ce.id", "abc"),
            RecordHeader.text("x y", "z"));

    private static final RecordHeader NO_VALUE = new RecordHeader("none", null);

    private static final List<RecordHeader> NULL_HEADERS = List.of(NO_VALUE, new RecordHeader("void", new byte[0]));

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumedRecord record(
            int partition,
            long offset,
            String age,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<RecordHeader> headers) {
        TimeStretch time = TimeReader.of(CLOCK).stretch(age);
        return ConsumedRecord.at(new PartitionId(partition == 1 ? "other" : "orders", partition), offset)
                .timestamp(time == null ? 0 : time.fromMillis(), TimestampType.CREATE_TIME)
                .key(key)
                .value(value)
                .headers(headers)
                .build();
    }
}
