package dev.surveyor.codec.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads bytes as the value of a record, for tests. */
public final class Readings {

    /** As much as the inspector reads at first. */
    public static final int LIMIT = 256 * 1024;

    private Readings() {}

    public static ConsumedRecord recordOf(byte[] bytes) {
        return ConsumedRecord.at(new PartitionId("orders", 0), 1).value(bytes).build();
    }

    public static Reading detect(byte[] bytes) {
        return detect(bytes, LIMIT);
    }

    public static Reading detect(byte[] bytes, int maxBytes) {
        return RecordReader.withoutSchemas().read(recordOf(bytes), RecordPart.VALUE, maxBytes, Input.Effort.FULL);
    }

    public static Reading as(String choice, byte[] bytes) {
        return as(choice, bytes, SchemaSource.NONE);
    }

    public static Reading as(String choice, byte[] bytes, SchemaSource schemas) {
        RecordReader reader = new DetectingReader(new Decoders(schemas, List.of()), Readings.chosen(null, choice));
        return reader.read(recordOf(bytes), RecordPart.VALUE, LIMIT, Input.Effort.FULL);
    }

    /** The same choice for every topic. */
    public static DecoderChoices chosen(@Nullable String key, @Nullable String value) {
        return new DecoderChoices() {
            @Override
            public DecoderChoice of(String topic) {
                return new DecoderChoice(key, value);
            }

            @Override
            public boolean keysAreDetected() {
                return key == null;
            }
        };
    }

    public static String textOf(Reading reading) {
        return new String(reading.text().bytes(), UTF_8);
    }
}
