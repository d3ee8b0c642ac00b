package dev.surveyor.codec.record;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;

/**
 * Keys and values in full, as text for a copy: decoded where the table shows them decoded, else UTF-8 as it is, and
 * hexadecimal where the bytes are something else or could only be decoded in part.
 */
public record PartText(RecordReader reader) {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /** Returns the text, empty for null. May take long unless {@link #cheap} says otherwise. */
    public String of(ConsumedRecord record, RecordPart part) {
        Slice bytes = Slice.of(record, part);
        if (bytes.isNull()) {
            return "";
        }
        if (!reader.plain(record, part)) {
            Reading reading = reader.read(record, part, MOST_BYTES, Input.Effort.TEXT);
            if (reading.state() == Reading.State.READ && reading.problem() == null && reading.complete()) {
                return text(reading.text());
            }
        }
        return text(bytes);
    }

    /** Returns whether the record's key and value need not be decoded. */
    public boolean cheap(ConsumedRecord record) {
        return reader.plain(record, RecordPart.KEY) && reader.plain(record, RecordPart.VALUE);
    }

    private static String text(Slice bytes) {
        Utf8Text text = Utf8Text.of(bytes, bytes.length());
        return text.valid() && text.controls() == 0 ? text.text() : Hex.plain(bytes);
    }
}
