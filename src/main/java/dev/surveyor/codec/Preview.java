package dev.surveyor.codec;

import dev.surveyor.domain.record.ConsumedRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line of a key or value for a table cell. Only the first few hundred bytes are looked at, so it is cheap enough to
 * be made when the cell is drawn, and it says what those bytes show, not what follows them.
 *
 * @param kind what to draw: a tag, or text
 * @param text the line; empty for null, empty and tombstone; hexadecimal for binary
 * @param problem {@code not UTF-8 @18} for kind ERROR; for BINARY why it is shown as bytes, or null; else null
 */
public record Preview(Kind kind, String text, @Nullable String problem) {

    /** What a cell shows. */
    public enum Kind {
        TEXT,
        JSON,
        /** No bytes at all: a null key, or a null value of a record without a key. */
        NULL,
        /** Zero bytes. */
        EMPTY,
        /** A null value of a record with a key: a delete on a compacted topic. */
        TOMBSTONE,
        BINARY,
        /** Text with bytes that are not UTF-8. */
        ERROR
    }

    /** How many characters a line has unless told otherwise. */
    public static final int DEFAULT_LENGTH = 160;

    private static final int LEAST_SAMPLE = 256;

    /** Returns the line for a part of a record. */
    public static Preview of(ConsumedRecord record, RecordPart part) {
        return of(record, part, DEFAULT_LENGTH);
    }

    /** Returns the line for a part of a record, of at most that many characters and an ellipsis. */
    public static Preview of(ConsumedRecord record, RecordPart part, int maxLength) {
        if (part == RecordPart.VALUE && record.valueLength() < 0 && record.keyLength() >= 0) {
            return new Preview(Kind.TOMBSTONE, "", null);
        }
        return of(Slice.of(record, part), maxLength);
    }

    /** Returns the line for any bytes, a header's for instance. */
    public static Preview of(Slice bytes, int maxLength) {
        if (bytes.isNull()) {
            return new Preview(Kind.NULL, "", null);
        }
        if (bytes.isEmpty()) {
            return new Preview(Kind.EMPTY, "", null);
        }
        return sampled(bytes, maxLength);
    }

    private static Preview sampled(Slice bytes, int maxLength) {
        int sample = Math.min(bytes.length(), Math.max(LEAST_SAMPLE, maxLength * 2));
        int mark = ByteOrderMark.lengthIn(bytes.data(), bytes.start(), sample);
        boolean json = looksLikeJson(bytes.from(mark), sample - mark);
        PreviewLine line = new PreviewLine(maxLength, json);
        Utf8Reader reader = new Utf8Reader(bytes.data(), bytes.start() + mark, bytes.start() + sample);
        boolean cut = sample < bytes.length();
        while (reader.hasNext() && !(cut && reader.cutAtEnd())) {
            int at = reader.position() - bytes.start();
            int point = reader.next();
            if (point == Utf8Reader.BAD) {
                line.addBad(reader.badByte(), at);
            } else {
                line.add(point);
            }
        }
        if (Utf8Text.looksBinary(line.errors(), line.controls(), sample)) {
            return new Preview(Kind.BINARY, Hex.spaced(bytes, Math.max(1, maxLength / 3)), null);
        }
        String text = line.text(cut);
        if (line.errors() > 0) {
            return new Preview(Kind.ERROR, text, "not UTF-8 @" + line.firstError());
        }
        return new Preview(json ? Kind.JSON : Kind.TEXT, text, null);
    }

    /** Decides by the first two visible characters: a brace and a quote, or a bracket and what a value begins with. */
    static boolean looksLikeJson(Slice bytes, int sample) {
        int first = nextVisible(bytes, 0, sample);
        if (first == sample) {
            return false;
        }
        int second = nextVisible(bytes, first + 1, sample);
        byte follower = second < sample ? bytes.at(second) : 0;
        return switch (bytes.at(first)) {
            case '{' -> follower == '"' || follower == '}' || second == bytes.length();
            case '[' -> follower != 0 && "\"{[]-0123456789tfn".indexOf(follower) >= 0;
            default -> false;
        };
    }

    private static int nextVisible(Slice bytes, int from, int end) {
        int at = from;
        while (at < end && isSpace(bytes.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
    }
}
