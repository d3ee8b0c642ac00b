package dev.surveyor.codec.format;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder is given.
 *
 * @param bytes not null; empty only where a schema is known, of which no bytes may be a value
 * @param part whether they are a key or a value
 * @param record the record they are of, or null; a decoder may look at its topic and its headers
 * @param maxBytes how many bytes of text or of unpacked data to make at most
 * @param effort how much may be spent
 * @param depth how many layers were unpacked before, 0 for the bytes of the record itself
 * @param cut whether more bytes would follow, which were not unpacked
 * @param chosen whether a person picked the decoder, so that what can be read is wanted even where the rest cannot
 * @param view what to make of them
 */
public record Input(
        Slice bytes,
        RecordPart part,
        @Nullable RawRecord record,
        int maxBytes,
        Effort effort,
        int depth,
        boolean cut,
        boolean chosen,
        View view) {

    /** How much may be spent on reading. */
    public enum Effort {
        /** One line for a table cell, made on the JavaFX thread: only the beginning is looked at. */
        PREVIEW,
        /** All that can be read, without checks that only a person wants. */
        TEXT,
        /** All, and checked against its schema; not for the JavaFX thread. */
        FULL
    }

    /** Returns the input for bytes of which nothing else is known. */
    public static Input of(Slice bytes, int maxBytes) {
        return new Input(bytes, RecordPart.VALUE, null, maxBytes, Effort.FULL, 0, false, false, View.MEANING);
    }

    /** Returns the input for a part of a record. */
    public static Input of(RawRecord record, RecordPart part, int maxBytes, Effort effort) {
        return of(record, part, maxBytes, effort, View.MEANING);
    }

    /** Returns the input for a part of a record of which something certain is to be made. */
    public static Input of(RawRecord record, RecordPart part, int maxBytes, Effort effort, View view) {
        return new Input(Slice.of(record, part), part, record, maxBytes, effort, 0, false, false, view);
    }

    /** Returns the input for what was unpacked from these bytes. */
    public Input unpacked(Slice content, boolean complete) {
        return new Input(content, part, record, maxBytes, effort, depth + 1, !complete, false, view);
    }

    /** Returns whether only the beginning is looked at, so that what breaks off at the end is not wrong. */
    public boolean onlyBeginning() {
        return cut || (effort == Effort.PREVIEW && bytes.length() > maxBytes);
    }

    /** Returns whether values are wanted as what they mean, rather than as they are stored. */
    public boolean meant() {
        return view != View.STORED;
    }

    /** Returns the same with other bytes, the rest after a prefix for instance. */
    public Input with(Slice other) {
        return new Input(other, part, record, maxBytes, effort, depth, cut, chosen, view);
    }

    /** Returns the same for a decoder that a person picked. */
    public Input asChosen() {
        return new Input(bytes, part, record, maxBytes, effort, depth, cut, true, view);
    }
}
