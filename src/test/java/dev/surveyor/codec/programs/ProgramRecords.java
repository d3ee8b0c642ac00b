package dev.surveyor.codec.programs;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Records as Kafka's programs write them, in hexadecimal. */
final class ProgramRecords {

    /** The time of the records: 2026-11-30T14:15:00Z. */
    static final long TIME = 1_796_048_100_000L;

    private ProgramRecords() {}

    static byte @Nullable [] hex(String digits) {
        return digits.equals("null") ? null : HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static ConsumedRecord record(String topic, String key, String value) {
        return builder(topic, key, value).build();
    }

    static ConsumedRecord.Builder builder(String topic, String key, String value) {
        return ConsumedRecord.at(new PartitionId(topic, 0), 1)
                .timestamp(TIME, TimestampType.CREATE_TIME)
                .key(hex(key))
                .value(hex(value));
    }

    static ConsumedRecord text(String topic, String key, String value) {
        return ConsumedRecord.at(new PartitionId(topic, 0), 1)
                .timestamp(TIME, TimestampType.CREATE_TIME)
                .key(key.getBytes(StandardCharsets.UTF_8))
                .value(value.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    static Reading read(ConsumedRecord record, RecordPart part) {
        return RecordReader.withoutSchemas().read(record, part, 256 * 1024, Input.Effort.FULL);
    }

    static String textOf(Reading reading) {
        return new String(reading.text().bytes(), StandardCharsets.UTF_8);
    }
}
