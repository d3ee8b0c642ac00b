package dev.surveyor.filter;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.RawRecord;

/** Asks about keys and values as they are read in the table: of what needs no decoding, that are the bytes themselves. */
final class DecodedText {

    private final RecordReader reader;

    DecodedText(RecordReader reader) {
        this.reader = reader;
    }

    /** Returns the filter that asks about one part. What could not be read leaves it undecided, unless its bytes match. */
    RecordFilter part(RecordPart part, BytesPredicate test) {
        return record -> {
            int from = reader.plainFrom(record, part);
            return from < 0 ? read(record, part, test) : raw(record, part, from, test);
        };
    }

    /** Returns the filter that also matches where a decoded key or value does. */
    RecordFilter orDecoded(RecordFilter raw, BytesPredicate test) {
        return record -> {
            Verdict verdict = raw.test(record);
            for (RecordPart part : RecordPart.values()) {
                int from = verdict == Verdict.MATCH ? 0 : reader.plainFrom(record, part);
                if (from != 0) {
                    Verdict decoded = from < 0 ? read(record, part, test) : raw(record, part, from, test);
                    verdict = decoded == Verdict.NO_MATCH ? verdict : decoded;
                }
            }
            return verdict;
        };
    }

    /** Returns whether a part could not be decoded, or only with a problem; undecided while a schema is on its way. */
    Verdict broken(RawRecord record, RecordPart part) {
        Reading reading = reader.read(record, part, RecordReader.FILTER_BYTES, Input.Effort.TEXT);
        return reading.state() == Reading.State.WAITING ? Verdict.UNDECIDED : Verdict.of(reading.broken());
    }

    private Verdict read(RawRecord record, RecordPart part, BytesPredicate test) {
        Reading reading = reader.read(record, part, RecordReader.FILTER_BYTES, Input.Effort.TEXT);
        Slice text = reading.text();
        Verdict verdict = test.test(text.data(), text.start(), text.isNull() ? -1 : text.length());
        boolean unread = reading.state() == Reading.State.WAITING
                || reading.state() == Reading.State.FAILED
                || (reading.state() == Reading.State.RAW && reading.aside().note() != null)
                || !reading.complete();
        return verdict == Verdict.NO_MATCH && unread ? Verdict.UNDECIDED : verdict;
    }

    /** Asks about the raw bytes from an index on; of a part without bytes it is 0. */
    private static Verdict raw(RawRecord record, RecordPart part, int from, BytesPredicate test) {
        return part == RecordPart.KEY
                ? test.test(record.data(), record.keyStart() + from, record.keyLength() - from)
                : test.test(record.data(), record.valueStart() + from, record.valueLength() - from);
    }
}
