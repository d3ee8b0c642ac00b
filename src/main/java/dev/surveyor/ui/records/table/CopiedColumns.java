package dev.surveyor.ui.records.table;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.record.PartText;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.filter.FieldReader;
import dev.surveyor.service.copy.RowColumn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;

/**
 * The columns of the selected rows for a copy: those that are shown, in their order. For the JavaFX thread only; what it
 * returns is for any thread.
 *
 * @param reader reads keys and values as the table does
 */
record CopiedColumns(RecordTable table, RecordReader reader, RecordTimes times, Supplier<ZoneId> zone) {

    /** Returns the columns as they are now. */
    List<RowColumn> shown() {
        List<RowColumn> copied = new ArrayList<>();
        for (TableColumn<LogEntry, ?> column : table.getColumns()) {
            if (column.isVisible()) {
                of(RecordColumns.id(column)).ifPresent(copied::add);
            }
        }
        return copied;
    }

    private Optional<RowColumn> of(String id) {
        FieldReader field = ColumnKinds.fieldOf(id);
        if (field != null) {
            FieldReader whole = field.decodedBy(reader).uncut();
            return Optional.of(new RowColumn(field.name(), record -> {
                String text = whole.read(record);
                return text == null ? "" : text;
            }));
        }
        PartText parts = new PartText(reader);
        return switch (id) {
            case "time" -> Optional.of(times.copied(parts));
            case "delta" -> Optional.of(difference());
            default -> RecordAttribute.of(id).map(attribute -> RowColumn.of(attribute, zone.get(), parts));
        };
    }

    private RowColumn difference() {
        IdentityHashMap<ConsumedRecord, TimeDistance> differences = table.differences();
        return new RowColumn("Δ (ms)", record -> {
            TimeDistance difference = differences.get(record);
            return difference == null ? "" : difference.number();
        });
    }
}
