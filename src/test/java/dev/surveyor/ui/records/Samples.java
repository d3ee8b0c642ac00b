package dev.surveyor.ui.records;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of the design's pictures. */
public final class Samples {

    public static final long NINE_O_TWO =
            Instant.parse("2026-11-22T09:02:11.425Z").toEpochMilli();

    private final List<ConsumedRecord> records = new ArrayList<>();
    private long time = NINE_O_TWO;

    private Samples() {}

    /** Returns records of every kind, with a gap in partition 3; the fourteenth is {@code orders[3]@48207}. */
    public static List<ConsumedRecord> picture() {
        Samples all = new Samples();
        all.add(3, 48_198, "cust-6", order("shipped", "233.00"), 5, 7);
        all.add(2, 16_021, "cust-40", null, 1, 6);
        all.add(3, 48_199, "cust-24", order("reserved", "120.50"), 4, 2);
        all.add(4, 9_310, "cust-48", new byte[] {10, 31, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, 1, 2, 3}, 3, 7);
        all.add(0, 8_099, "cust-52", order("placed", "9.99"), 4, 6);
        all.add(5, 12_745, "cust-57", new byte[0], 2, 6);
        all.add(3, 48_200, "", order("placed", "75.00"), 4, 6);
        all.add(1, 21_951, "cust-330", order("paid", "412.35"), 4, 1);
        all.add(2, 16_022, "cust-42", bytes("heartbeat shard=2 ok seq=77120"), 0, 4);
        all.add(
                4,
                9_311,
                "cust-48",
                latin("order cancelled; cancel reason: d\u00e9faut de paiement, relance pr\u00e9vue"),
                3,
                5);
        all.add(3, 48_205, "cust-6", order("delivered", "233.00"), 5, 2);
        all.add(0, 8_100, "cust-18", order("paid", "42.90"), 4, 4);
        all.add(5, 12_746, "cust-86", order("picked", "18.00"), 4, 5);
        all.add(3, 48_206, "cust-91", order("paid", "75.00"), 4, 1);
        all.add(3, 48_207, "cust-24", order("paid", "120.50"), 5, 2);
        all.add(2, 16_023, "cust-42", order("placed", "54.20"), 4, 4);
        all.add(0, 8_101, null, order("placed", "180.00"), 2, 4);
        all.add(3, 48_208, "cust-77", null, 1, 1);
        all.add(1, 21_952, "cust-330", order("picked", "412.35"), 4, 6);
        all.add(4, 9_312, "cust-60", order("placed", "27.45"), 4, 2);
        return all.records;
    }

    public static ConsumedRecord plain(int partition, long offset) {
        return ConsumedRecord.at(new PartitionId("orders", partition), offset)
                .timestamp(NINE_O_TWO + offset, TimestampType.CREATE_TIME)
                .receivedAt(NINE_O_TWO + offset + 3)
                .key(bytes("cust-" + offset % 97))
                .value(order("paid", "120.50"))
                .build();
    }

    public static List<ConsumedRecord> plain(int partition, long from, int count) {
        List<ConsumedRecord> list = new ArrayList<>(count);
        for (long offset = from; offset < from + count; offset++) {
            list.add(plain(partition, offset));
        }
        return list;
    }

    private void add(
            int partition, long offset, @Nullable String key, byte @Nullable [] value, int headers, long after) {
        time += after;
        records.add(ConsumedRecord.at(new PartitionId("orders", partition), offset)
                .timestamp(time, TimestampType.CREATE_TIME)
                .receivedAt(time + 3)
                .leaderEpoch(7)
                .key(key == null ? null : bytes(key))
                .value(value)
                .headers(headers(headers))
                .build());
    }

    @SuppressWarnings("NullAway") // misreads a nullable array of a record's constructor as never null
    private static List<RecordHeader> headers(int count) {
        List<RecordHeader> all = List.of(
                RecordHeader.text("trace-id", "5f1c9a02-77be-4a10-9d41-0c7a6f2b1e55"),
                RecordHeader.text("source", "checkout"),
                new RecordHeader("retry", new byte[] {0, 0, 0, 0}),
                new RecordHeader("debug", null),
                new RecordHeader("note", new byte[0]));
        return all.subList(0, count);
    }

    public static byte[] order(String status, String total) {
        return bytes("{\"status\":\"" + status + "\",\"total\":" + total + ",\"id\":90195,\"currency\":\"EUR\","
                + "\"customer\":{\"key\":\"cust-24\",\"tier\":\"gold\"},\"items\":[{\"sku\":\"KB-104\",\"qty\":1,"
                + "\"price\":99.00},{\"sku\":\"MS-220\",\"qty\":2,\"price\":10.75}],\"coupon\":null,"
                + "\"placedAt\":\"2026-11-22T09:02:10.977Z\"}");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
