package dev.surveyor.ui.records.table;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.codec.record.TextOrder;
import dev.surveyor.codec.record.ValueFormat;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.filter.FieldReader;
import dev.surveyor.ui.records.gaps.GapWords;
import java.util.List;
import java.util.function.Function;
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
                kind(RecordAttribute.TIME, reader, 100, true, false, () -> new RecordCells.Time(times)),
                kind(RecordAttribute.TOPIC, reader, 110, severalTopics, false, MoreCells.Topic::new),
                kind(RecordAttribute.PARTITION, reader, 32, true, false, RecordCells.Partition::new),
                kind(RecordAttribute.OFFSET, reader, ColumnWidths.OFFSET, true, true, () -> new GapCells.Offset(gaps)),
                kind(RecordAttribute.KEY, reader, 80, true, false, RecordCells.Key::new),
                kind(RecordAttribute.VALUE, reader, ColumnWidths.LEAST_VALUE, true, false, RecordCells.Value::new),
                kind(RecordAttribute.HEADERS, reader, 36, true, true, RecordCells.Headers::new),
                kind(RecordAttribute.SIZE, reader, 72, true, true, RecordCells.Size::new),
                kind(RecordAttribute.KEY_SIZE, reader, 72, false, true, words("records-key-size", MoreCells::keySize)),
                kind(
                        RecordAttribute.FORMAT,
                        reader,
                        86,
                        false,
                        false,
                        words("records-format", record -> ValueFormat.of(reader, record))),
                kind(
                        RecordAttribute.TIME_TYPE,
                        reader,
                        110,
                        false,
                        false,
                        words("records-time-type", MoreCells::timeType)),
                kind(RecordAttribute.LATENCY, reader, 74, false, true, words("records-latency", MoreCells::latency)),
                kind(RecordAttribute.EPOCH, reader, 54, false, true, words("records-epoch", MoreCells::leaderEpoch)),
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
                () -> TextOrder.of(reader::read));
    }

    /** Returns the field of a column's id, null where it is none of these. */
    static @Nullable FieldReader fieldOf(String id) {
        return id.startsWith(FIELD)
                ? FieldReader.of(id.substring(FIELD.length())).orElse(null)
                : null;
    }

    private static ColumnKind kind(
            RecordAttribute attribute,
            RecordReader reader,
            double width,
            boolean shown,
            boolean numeric,
            Supplier<TableCell<LogEntry, LogEntry>> cell) {
        return new ColumnKind(
                attribute.id(),
                attribute.title(),
                attribute.words(),
                width,
                shown,
                numeric,
                cell,
                () -> attribute.order(reader));
    }

    private static Supplier<TableCell<LogEntry, LogEntry>> words(
            String styleClass, Function<ConsumedRecord, String> words) {
        return () -> new MoreCells.Words(styleClass, words);
    }
}
