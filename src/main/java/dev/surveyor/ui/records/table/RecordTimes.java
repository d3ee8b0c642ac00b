package dev.surveyor.ui.records.table;

import dev.surveyor.codec.record.PartText;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.copy.RowColumn;
import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * How the times of a live table are written: of the day, relative to another row, or as they are kept; the choice is
 * kept per topic. For the JavaFX thread only.
 */
final class RecordTimes {

    private final RecordTable table;
    private final Supplier<ZoneId> zone;
    private final Settings settings;
    private final Setting<TimeFormat> setting;
    private final ReadOnlyObjectWrapper<TimeFormat> format;
    private final ObservableList<LogEntry> rows;
    /** Stays when the row gives way to newer ones, so that the times of the others do not change. */
    private @Nullable ConsumedRecord first;

    RecordTimes(
            RecordTable table, String topics, ObservableList<LogEntry> rows, Settings settings, Supplier<ZoneId> zone) {
        this.table = table;
        this.zone = zone;
        this.settings = settings;
        this.setting = Setting.ofTopic("records.time", topics, TimeFormat::of, TimeFormat::id);
        this.format = new ReadOnlyObjectWrapper<>(setting.in(settings).orElse(TimeFormat.ABSOLUTE));
        this.rows = rows;
        rows.addListener((ListChangeListener<LogEntry>) change -> lookForFirst());
        table.whenExchanged(this::rowsExchanged);
        lookForFirst();
    }

    ReadOnlyObjectProperty<TimeFormat> formatProperty() {
        return format.getReadOnlyProperty();
    }

    /** Writes times so from now on, in the tables of this topic that are opened later too. */
    void choose(TimeFormat wanted) {
        format.set(wanted);
        setting.keep(settings, wanted, TimeFormat.ABSOLUTE);
        table.refresh();
    }

    /** Returns the head of the column; that of times in a zone says in which. */
    String title() {
        TimeFormat now = format.get();
        return now.zoned() ? "Time (" + new Times(zone.get()).place() + ")" : now.words();
    }

    /**
     * Returns the time of a record.
     *
     * @param row in which it stands
     */
    String text(ConsumedRecord record, int row) {
        return switch (format.get()) {
            case ABSOLUTE -> new Times(zone.get()).time(record);
            case DATE -> new Times(zone.get()).dateTime(record);
            case OFFSET -> new Times(zone.get()).full(record);
            case SINCE_PREVIOUS -> {
                ConsumedRecord before = table.recordBefore(row);
                yield before == null ? "" : TimeDistance.between(record, before).exact();
            }
            case SINCE_FIRST -> since(first, record);
            case EPOCH -> Times.epoch(record);
        };
    }

    /** Returns the column for a copy of the rows that are selected now. */
    RowColumn copied(PartText parts) {
        return switch (format.get()) {
            case ABSOLUTE, DATE, OFFSET -> RowColumn.of(RecordAttribute.TIME, zone.get(), parts);
            case SINCE_PREVIOUS -> {
                IdentityHashMap<ConsumedRecord, TimeDistance> differences = table.differences();
                yield new RowColumn(title(), record -> {
                    TimeDistance difference = differences.get(record);
                    return difference == null ? "" : difference.exact();
                });
            }
            case SINCE_FIRST -> {
                ConsumedRecord start = first;
                yield new RowColumn(title(), record -> since(start, record));
            }
            case EPOCH -> new RowColumn(title(), Times::epoch);
        };
    }

    private static String since(@Nullable ConsumedRecord start, ConsumedRecord record) {
        return start == null ? "" : TimeDistance.between(record, start).exact();
    }

    /** A filter came into force, or the table was cleared. */
    private void rowsExchanged() {
        first = null;
        lookForFirst();
        if (format.get().relative()) {
            table.refresh();
        }
    }

    /** One without a time is nothing to count from. */
    private void lookForFirst() {
        for (int i = 0; i < rows.size() && first == null; i++) {
            first = rows.get(i) instanceof ConsumedRecord record && record.hasTimestamp() ? withoutBytes(record) : null;
        }
    }

    /** The row may be gone long before its time is not needed any more. */
    private static ConsumedRecord withoutBytes(ConsumedRecord record) {
        return ConsumedRecord.at(record.partition(), record.offset())
                .timestamp(record.timestamp(), record.timestampType())
                .build();
    }
}
