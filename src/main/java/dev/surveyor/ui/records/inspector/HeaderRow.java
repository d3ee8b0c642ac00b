package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.header.HeaderReading;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.ui.parts.Sizes;
import dev.surveyor.ui.records.field.MenuField;

/**
 * A header as it is shown.
 *
 * @param topic of its record
 * @param reading what its value says
 */
record HeaderRow(RecordHeader header, String topic, HeaderReading reading) {

    private static final int LONGEST = 200;

    static HeaderRow of(RecordHeader header, String topic, RecordReader reader) {
        return new HeaderRow(header, topic, reader.header(topic, header.key(), Slice.of(header.value())));
    }

    /** Returns the name; bytes of it that are no text as {@code \xFF}. */
    String name() {
        byte[] bytes = header.keyBytes();
        return bytes == null
                ? header.key()
                : Utf8Text.of(Slice.of(bytes), bytes.length).text();
    }

    /** Returns what the value is: its decoder, or what it is by itself. */
    String type() {
        if (!reading.decoder().isEmpty()) {
            return reading.decoder();
        }
        return switch (preview().kind()) {
            case NULL, TOMBSTONE -> "null";
            case EMPTY -> "empty";
            case TEXT -> "text";
            case JSON -> "JSON";
            case BINARY -> "binary";
            case ERROR -> "not UTF-8";
        };
    }

    String size() {
        byte[] value = header.value();
        return value == null ? "—" : Sizes.text(value.length);
    }

    Preview preview() {
        return Preview.of(reading.text(), LONGEST);
    }

    /** Returns what there is to know beside the value, in words: a time, or why it could not be read as chosen. */
    String aside() {
        String problem = reading.problem();
        return problem != null ? problem : reading.detail();
    }

    MenuField field(RecordReader reader) {
        return MenuField.of(header, topic, reader);
    }
}
