package dev.surveyor.codec.snippet;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Records that a careless writer gets wrong. */
public final class OddRecords {

    private static final long TIME = 1_795_338_131_425L;

    private OddRecords() {}

    /** Returns one of each kind, in partition 1 of the topic. */
    public static List<ConsumedRecord> all(String topic) {
        List<byte @Nullable []> parts = new ArrayList<>();
        parts.add(null);
        parts.add(new byte[0]);
        parts.add(utf8("plain"));
        parts.add(utf8("-5"));
        parts.add(utf8("say \"hi\" \\u0041 \\ $HOME `id` 100% 'quoted' : | ; \t tab"));
        parts.add(utf8("two\nlines\r\nand an end\n"));
        parts.add(utf8("Zürich 東京 😀 \u2028 \u202e \ufeff"));
        parts.add(new byte[] {0, (byte) 0xff, '\n', ':', 0, 13, 27});
        parts.add(everyByte());
        List<ConsumedRecord> records = new ArrayList<>();
        for (byte[] key : parts) {
            for (byte[] value : parts) {
                records.add(record(topic, records.size(), key, value, headers(records.size())));
            }
        }
        return records;
    }

    /** Returns a record whose value has so many bytes, text or random. */
    public static ConsumedRecord large(String topic, int size, boolean text) {
        byte[] value = new byte[size];
        new Random(7).nextBytes(value);
        for (int i = 0; text && i < size; i++) {
            value[i] = (byte) ('a' + (value[i] & 15));
        }
        return record(topic, 1, utf8("large"), value, List.of());
    }

    static ConsumedRecord record(
            String topic, long offset, byte @Nullable [] key, byte @Nullable [] value, List<RecordHeader> headers) {
        return ConsumedRecord.at(new PartitionId(topic, 1), offset)
                .timestamp(TIME + offset, TimestampType.CREATE_TIME)
                .leaderEpoch(7)
                .key(key)
                .value(value)
                .headers(headers)
                .build();
    }

    @SuppressWarnings("NullAway") // misreads a nullable array of a record's constructor as never null
    private static List<RecordHeader> headers(int number) {
        List<RecordHeader> all = List.of(
                RecordHeader.text("h", "one"),
                RecordHeader.text("h", "a=b 'c' \"d\" \\ $x\n"),
                new RecordHeader("null", null),
                new RecordHeader("empty", new byte[0]),
                new RecordHeader("bytes", new byte[] {1, (byte) 0xfe, '\''}),
                RecordHeader.text("ключ 😀", "wert"));
        return all.subList(0, number % (all.size() + 1));
    }

    private static byte[] everyByte() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
