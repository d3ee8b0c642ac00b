package dev.surveyor.codec.record;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.domain.time.Times;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What every record says of itself: the one list of it. Columns, copies, metadata, the table of matches, CSV files and the
 * fields of a filter take names, texts and order from here.
 */
public enum RecordAttribute {
    TIME("time", "Time", "Time", "Time"),
    TOPIC("topic", "Topic", "Topic", "Topic"),
    PARTITION("partition", "P", "Partition", "Partition"),
    OFFSET("offset", "Offset", "Offset", "Offset"),
    KEY("key", "Key", "Key", "Key"),
    VALUE("value", "Value", "Value", "Value"),
    /** How many there are; a filter asks for one of them. */
    HEADERS("headers", "Hdr", "Headers", "Headers"),
    /** Of the value alone; a filter asks for that of key, value and headers together. */
    SIZE("size", "Size", "Value size", "Size"),
    KEY_SIZE("key-size", "Key size", "Key size", "Key size"),
    FORMAT("format", "Format", "Format of the value", "Format"),
    TIME_TYPE("time-type", "Time type", "Timestamp type", "Timestamp type"),
    LATENCY("latency", "Latency", "Receive latency", "Receive latency (ms)"),
    EPOCH("epoch", "Epoch", "Leader epoch", "Leader epoch");

    private final String id;
    private final String title;
    private final String words;
    private final String head;

    RecordAttribute(String id, String title, String words, String head) {
        this.id = id;
        this.title = title;
        this.words = words;
        this.head = head;
    }

    /**
     * How the texts of attributes are written.
     *
     * @param times writes its time, in full
     * @param parts reads key and value
     */
    public record Texts(Times times, PartText parts) {

        /** For what needs neither a zone nor a schema. */
        public static final Texts PLAIN =
                new Texts(new Times(ZoneOffset.UTC), new PartText(RecordReader.withoutSchemas()));
    }

    /** Returns a short and stable name, part of the ids of controls and of kept layouts. */
    public String id() {
        return id;
    }

    /** Returns what stands above a column, where room is short. */
    public String title() {
        return title;
    }

    /** Returns what it is, in full. */
    public String words() {
        return words;
    }

    /** Returns what stands above a column of texts for other programs, with the unit that the texts leave out. */
    public String head() {
        return head;
    }

    /** Returns its name in files for other programs: its words, written as one. */
    public String fileName() {
        String[] each = words.toLowerCase(Locale.ROOT).split(" ");
        StringBuilder name = new StringBuilder(each[0]);
        for (int i = 1; i < each.length; i++) {
            name.append(Character.toUpperCase(each[i].charAt(0))).append(each[i], 1, each[i].length());
        }
        return name.toString();
    }

    /** Returns the attribute of that id; empty where there is none. */
    public static Optional<RecordAttribute> of(String id) {
        for (RecordAttribute attribute : values()) {
            if (attribute.id.equals(id)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** Returns what a record has there, in full and for other programs; empty where nothing is known. */
    public String text(ConsumedRecord record, Texts how) {
        return switch (this) {
            case TIME -> how.times.full(record);
            case TOPIC -> record.partition().topic();
            case PARTITION -> Integer.toString(record.partition().partition());
            case OFFSET -> Long.toString(record.offset());
            case KEY -> how.parts.of(record, RecordPart.KEY);
            case VALUE -> how.parts.of(record, RecordPart.VALUE);
            case HEADERS -> Integer.toString(record.headerCount());
            case SIZE -> Integer.toString(Math.max(0, record.valueLength()));
            case KEY_SIZE -> unless(record.keyLength() < 0, record.keyLength());
            case FORMAT -> ValueFormat.of(how.parts.reader(), record);
            case TIME_TYPE -> record.timestampType().toString();
            case LATENCY -> TimeDistance.latency(record).number();
            case EPOCH -> unless(record.leaderEpoch() == ConsumedRecord.NO_LEADER_EPOCH, record.leaderEpoch());
        };
    }

    /**
     * Returns how records are ordered by it, smallest first; good for one sorting on one thread.
     *
     * @param reader reads keys and values as the table does
     */
    public Comparator<ConsumedRecord> order(RecordReader reader) {
        return switch (this) {
            case TIME -> Times.ORDER;
            case TOPIC -> Comparator.comparing(record -> record.partition().topic());
            case PARTITION -> Comparator.comparing(ConsumedRecord::partition);
            case OFFSET -> Comparator.comparingLong(ConsumedRecord::offset);
            case KEY -> TextOrder.of(reader, RecordPart.KEY);
            case VALUE -> TextOrder.of(reader, RecordPart.VALUE);
            case HEADERS -> Comparator.comparingInt(ConsumedRecord::headerCount);
            case SIZE -> Comparator.comparingInt(ConsumedRecord::valueLength);
            case KEY_SIZE -> Comparator.comparingInt(ConsumedRecord::keyLength);
            case FORMAT -> TextOrder.of(record -> ValueFormat.of(reader, record));
            case TIME_TYPE -> Comparator.comparing(ConsumedRecord::timestampType);
            case LATENCY ->
                Comparator.comparingLong(record -> TimeDistance.latency(record).order());
            case EPOCH -> Comparator.comparingInt(ConsumedRecord::leaderEpoch);
        };
    }

    private static String unless(boolean unknown, int number) {
        return unknown ? "" : Integer.toString(number);
    }
}
