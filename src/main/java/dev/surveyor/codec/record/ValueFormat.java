package dev.surveyor.codec.record;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;

/** Names the format of a value, as far as its beginning shows it. */
public final class ValueFormat {

    private static final int LOOKED_AT = 2 * 1024;
    /** More is only decoded for a person who looks at it. */
    private static final int LARGEST_DECODED = 256 * 1024;

    private ValueFormat() {}

    /** Returns {@code JSON}, {@code Avro}, {@code null} or {@code not decodable}. Cheap enough for a cell. */
    public static String of(RecordReader reader, ConsumedRecord record) {
        if (reader.plain(record, RecordPart.VALUE) || record.valueLength() > LARGEST_DECODED) {
            return shown(Preview.of(record, RecordPart.VALUE));
        }
        Reading reading = reader.read(record, RecordPart.VALUE, LOOKED_AT, Input.Effort.PREVIEW);
        return switch (reading.state()) {
            case READ -> reading.decoder();
            case NOTHING -> shown(Preview.of(record, RecordPart.VALUE));
            case WAITING -> "schema awaited";
            case RAW -> "binary";
            case FAILED -> "not decodable";
        };
    }

    private static String shown(Preview preview) {
        return switch (preview.kind()) {
            case TEXT -> "text";
            case JSON -> "JSON";
            case NULL, TOMBSTONE -> "null";
            case EMPTY -> "empty";
            case BINARY -> "binary";
            case ERROR -> "not UTF-8";
        };
    }
}
