package dev.surveyor.codec.detect;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.header.HeaderReading;
import dev.surveyor.codec.header.KnownHeaders;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RawRecord;

/**
 * Reads keys and values, by the choice for their topic or by what they show. Never throws, and never blocks unless it is
 * one that was asked to wait for schemas; safe for several threads. What it says of a record may change when a schema arrives or the user chooses again.
 */
public interface RecordReader {

    /** How much of a value is made readable for a filter or a search: 8 MiB. */
    int FILTER_BYTES = 8 * 1024 * 1024;

    /** Reads a part of a record: never null, also for null and no bytes. */
    default Reading read(RawRecord record, RecordPart part, int maxBytes, Input.Effort effort) {
        return read(record, part, maxBytes, effort, View.MEANING);
    }

    /** Reads a part of a record and makes that of it which is asked for. */
    Reading read(RawRecord record, RecordPart part, int maxBytes, Input.Effort effort, View view);

    /** Returns the line for a table cell, of at most that many characters and an ellipsis. Cheap. */
    Preview preview(ConsumedRecord record, RecordPart part, int maxLength);

    /**
     * Returns where that begins in the raw bytes which is read as it stands: 0 for all of them, 3 behind the byte order
     * mark of JSON or XML; -1 where they need to be decoded. Very cheap.
     */
    int plainFrom(RawRecord record, RecordPart part);

    /** Returns whether the raw bytes are what is read, so that nothing needs to be decoded. Very cheap. */
    default boolean plain(RawRecord record, RecordPart part) {
        return plainFrom(record, part) == 0;
    }

    /** Returns whether bytes that are UTF-8 are surely read as that text, in all records of the topic. */
    boolean textIsText(String topic, RecordPart part);

    /** Returns whether a key that reads as a text surely is that text in its bytes: no schema and no choice decodes it. */
    boolean keysAreText();

    /** Returns what the value of a header says, by the choice for its name or by what is known of it. Cheap. */
    default HeaderReading header(String topic, String name, Slice value) {
        return HeaderReading.of(value, KnownHeaders.of(name), false);
    }

    /** Returns the bytes that a filter looks at: what is read, in UTF-8, or the raw ones where nothing could be. */
    default Slice text(RawRecord record, RecordPart part) {
        int from = plainFrom(record, part);
        return from < 0 ? read(record, part, FILTER_BYTES, Input.Effort.TEXT).text() : after(from, record, part);
    }

    private static Slice after(int from, RawRecord record, RecordPart part) {
        Slice bytes = Slice.of(record, part);
        return from == 0 ? bytes : bytes.from(from);
    }

    /** Returns the reader that knows no topic's choice and no schema, but all formats. */
    static RecordReader withoutSchemas() {
        return DetectingReader.PLAIN;
    }
}
