package dev.surveyor.ui.records.table;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.time.Times;
import dev.surveyor.filter.FieldReader;
import dev.surveyor.service.decode.ValueFormat;
import dev.surveyor.service.rows.TextOrder;
import dev.surveyor.ui.records.gaps.GapWords;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** All columns that a live table can have, in the order in which they stand at first. */
final class ColumnKinds {

    private static final String FIELD = "field-";

    private ColumnKinds() {}

    /**
     * Returns the columns.
     *
     * @param times writes the times of records
     * @param gaps says why offsets are missing
     * @param reader reads keys and values
     * @param severalTopics whether the rows are of more than one topic, so that each says which
     */
    static List<ColumnKind> standard(
            RecordTimes times, RecordSigns signs, GapWords gaps, RecordReader reader, boolean severalTopics) {
        return List.of(
                new ColumnKind("gutter", "", "", 34, true, false, () -> new GutterCell(signs), null),
                kind("time", "Time", "Time", 100, () -> new RecordCells.Time(times), Times.ORDER),
                optional(
                        "topic",
                        "Topic",
                        "Topic",
                        110,
                        severalTopics,
                        false,
                        MoreCells.Topic::new,
                        Comparator.comparing(record -> record.partition().topic())),
                kind(
                        "partition",
                        "P",
                        "Partition",
                        32,
                        RecordCells.Partition::new,
                        Comparator.comparing(ConsumedRecord::partition)),
                number(
                        "offset",
                        "Offset",
                        "Offset",
                        ColumnWidths.OFFSET,
                        true,
                        () -> new GapCells.Offset(gaps),
                        Comparator.comparingLong(ConsumedRecord::offset)),
                ordered("key", "Key", 80, RecordCells.Key::new, () -> TextOrder.of(reader, RecordPart.KEY)),
                ordered(
                        "value",
                        "Value",
                        ColumnWidths.LEAST_VALUE,
                        RecordCells.Value::new,
                        () -> TextOrder.of(reader, RecordPart.VALUE)),
                number(
                        "headers",
                        "Hdr",
                        "Headers",
                        36,
                        true,
                        RecordCells.Headers::new,
                        Comparator.comparingInt(ConsumedRecord::headerCount)),
                number(
                        "size",
                        "Size",
                        "Value size",
                        72,
                        true,
                        RecordCells.Size::new,
                        Comparator.comparingInt(ConsumedRecord::valueLength)),
                number(
                        "key-size",
                        "Key size",
                        "Key size",
                        72,
                        false,
                        () -> new MoreCells.Words("records-key-size", MoreCells::keySize),
                        Comparator.comparingInt(ConsumedRecord::keyLength)),
                new ColumnKind(
                        "format",
                        "Format",
                        "Format of the value",
                        86,
                        false,
                        false,
                        () -> new MoreCells.Words("records-format", record -> ValueFormat.of(reader, record)),
                        () -> TextOrder.of(record -> ValueFormat.of(reader, record))),
                optional(
                        "time-type",
                        "Time type",
                        "Timestamp type",
                        110,
                        false,
                        false,
                        () -> new MoreCells.Words("records-time-type", MoreCells::timeType),
                        Comparator.comparing(ConsumedRecord::timestampType)),
                number(
                        "latency",
                        "Latency",
                        "Receive latency",
                        74,
                        false,
                        () -> new MoreCells.Words("records-latency", MoreCells::latency),
                        Comparator.comparingLong(MoreCells::latencyOrder)),
                number(
                        "epoch",
                        "Epoch",
                        "Leader epoch",
                        54,
                        false,
                        () -> new MoreCells.Words("records-epoch", MoreCells::leaderEpoch),
                        Comparator.comparingInt(ConsumedRecord::leaderEpoch)),
                new ColumnKind(
                        "delta",
                        "Δ",
                        "Time since the record before",
                        80,
                        true,
                        true,
                        () -> new GapCells.Delta(gaps),
                        null));
    }

    /** Returns the column of a header or of a path; its id holds the field's name. */
    static ColumnKind field(FieldReader reader) {
        String name = reader.name();
        String title = name.startsWith("value.") ? name.substring("value.".length()) : name;
        return new ColumnKind(
                FIELD + name,
                title,
                name,
                96,
                true,
                false,
                () -> new MoreCells.Field(reader),
                () -> TextOrder.of(reader));
    }

    /** Returns the field of a column's id, null where it is none of these. */
    static @Nullable FieldReader fieldOf(String id) {
        return id.startsWith(FIELD)
                ? FieldReader.of(id.substring(FIELD.length())).orElse(null)
                : null;
    }

    private static ColumnKind kind(
            String id,
            String title,
            String words,
            double width,
            Supplier<TableCell<LogEntry, LogEntry>> cell,
            Comparator<ConsumedRecord> order) {
        return new ColumnKind(id, title, words, width, true, false, cell, () -> order);
    }

    /** A column whose order is good for one sorting. */
    private static ColumnKind ordered(
            String id,
            String title,
            double width,
            Supplier<TableCell<LogEntry, LogEntry>> cell,
            Supplier<Comparator<ConsumedRecord>> order) {
        return new ColumnKind(id, title, title, width, true, false, cell, order);
    }

    private static ColumnKind number(
            String id,
            String title,
            String words,
            double width,
            boolean shown,
            Supplier<TableCell<LogEntry, LogEntry>> cell,
            Comparator<ConsumedRecord> order) {
        return new ColumnKind(id, title, words, width, shown, true, cell, () -> order);
    }

    private static ColumnKind optional(
            String id,
            String title,
            String words,
            double width,
            boolean shown,
            boolean numeric,
            Supplier<TableCell<LogEntry, LogEntry>> cell,
            Comparator<ConsumedRecord> order) {
        return new ColumnKind(id, title, words, width, shown, numeric, cell, () -> order);
    }
}
