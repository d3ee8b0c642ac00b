package dev.surveyor.service.inspect;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;

/**
 * A key or value that was read and made ready to be drawn, with what there is to say about both.
 *
 * @param wanted what was asked for
 * @param reading how the bytes were decoded
 * @param payload what to draw
 */
public record ReadPart(Wanted wanted, Reading reading, Payload payload) {

    /**
     * Which part of which record, and how.
     *
     * @param format the form in which to draw it
     * @param wish how much of it
     * @param view what to make of times, decimals and the like
     */
    public record Wanted(ConsumedRecord record, RecordPart part, PayloadFormat format, Payload.Wish wish, View view) {

        /** Returns the bytes as they were received. */
        public Slice raw() {
            return Slice.of(record, part);
        }
    }

    /** Decodes what is wanted; may take long, for any thread. */
    public static ReadPart of(RecordReader reader, Wanted wanted) {
        Reading reading = reader.read(wanted.record, wanted.part, wanted.wish.bytes(), Input.Effort.FULL, wanted.view);
        PayloadFormat format = format(reading, wanted.format);
        boolean raw = format == PayloadFormat.HEX || format == PayloadFormat.BASE64;
        return new ReadPart(wanted, reading, Payload.of(raw ? wanted.raw() : reading.text(), format, wanted.wish));
    }

    /** What could not be read is drawn as bytes where the user left the choice open. */
    private static PayloadFormat format(Reading reading, PayloadFormat wanted) {
        boolean unread =
                switch (reading.state()) {
                    case RAW, WAITING, FAILED -> true;
                    case NOTHING, READ -> false;
                };
        return unread && wanted == PayloadFormat.AUTO ? PayloadFormat.HEX : wanted;
    }

    /** Returns why it is not read or not shown as asked; empty for nothing. */
    public String problem() {
        String drawn = payload.problem();
        String why = reading.problem();
        if (why == null || why.equals(drawn)) {
            return drawn == null ? "" : drawn;
        }
        String first = reading.state() == Reading.State.WAITING ? "Raw bytes for now: " + why : why;
        return drawn == null ? first : first + "\n" + drawn;
    }

    /** Returns how large it is and what it is, or how much of it is shown. */
    public String summary() {
        return unpacked() ? Sizes.text(wanted.raw().length()) + " raw · " + payload.summary() : payload.summary();
    }

    /** Returns whether more of it can be loaded. */
    public boolean more() {
        return payload.more() || (!reading.complete() && !wanted.wish.all());
    }

    /** Returns whether a file would have what is not shown, or not as it was received. */
    public boolean worthSaving() {
        return more() || unpacked() || wanted.raw().length() > Payload.FIRST_BYTES;
    }

    /** Returns whether it can be laid out as one field a line, and back. */
    public boolean layable() {
        return payload.json() && wanted.format == PayloadFormat.TEXT;
    }

    /** Returns the words for a part in which there is nothing to draw. */
    public String nothing() {
        Slice raw = wanted.raw();
        if (raw.isNull()) {
            boolean tombstone = wanted.part == RecordPart.VALUE && wanted.record.keyLength() >= 0;
            return tombstone ? "∅ tombstone" : "∅ null";
        }
        return raw.isEmpty()
                ? "\"\" empty: no bytes, but not null"
                : "\"\" an empty text: what is packed in these " + Sizes.text(raw.length()) + " is nothing";
    }

    private boolean unpacked() {
        return reading.state() == Reading.State.READ
                && reading.text().length() != wanted.raw().length();
    }
}
