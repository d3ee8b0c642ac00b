package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.records.RecordTableViewModel;
import dev.surveyor.ui.records.RecordTexts;
import dev.surveyor.ui.records.copy.PartText;
import dev.surveyor.ui.records.copy.RowColumn;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.Optional;
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
    private final String settingsKey;
    private final ReadOnlyObjectWrapper<TimeFormat> format;
    private final ObservableList<LogEntry> rows;
    /** Stays when the row gives way to newer ones, so that the times of the others do not change. */
    private @Nullable Long firstMillis;

    RecordTimes(RecordTable table, RecordTableViewModel model, Settings settings, Supplier<ZoneId> zone) {
        this.table = table;
        this.zone = zone;
        this.settings = settings;
        this.settingsKey = "records.time." + model.subscription().text();
        this.format = new ReadOnlyObjectWrapper<>(
                settings.get(settingsKey).flatMap(TimeFormat::of).orElse(TimeFormat.ABSOLUTE));
        this.rows = model.rows();
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
        if (wanted == TimeFormat.ABSOLUTE) {
            settings.remove(settingsKey);
        } else {
            settings.put(settingsKey, wanted.id());
        }
        table.refresh();
    }

    /** Returns the head of the column; that of times of the day says in which zone they are. */
    String title() {
        return format.get() == TimeFormat.ABSOLUTE
                ? "Time (" + RecordTexts.zone(zone.get(), System.currentTimeMillis()) + ")"
                : format.get().words();
    }

    /**
     * Returns the time of a record.
     *
     * @param row in which it stands
     */
    String text(ConsumedRecord record, int row) {
        return switch (format.get()) {
            case ABSOLUTE -> RecordTexts.time(record.timestamp(), zone.get());
            case SINCE_PREVIOUS -> {
                ConsumedRecord before = table.recordBefore(row);
                yield before == null ? "" : RecordTexts.elapsed(record.timestamp() - before.timestamp());
            }
            case SINCE_FIRST -> since(firstMillis, record);
            case EPOCH -> Long.toString(record.timestamp());
        };
    }

    /** Returns the column for a copy of the rows that are selected now. */
    Optional<RowColumn> copied(PartText parts) {
        return switch (format.get()) {
            case ABSOLUTE -> RowColumn.of("time", zone.get(), parts);
            case SINCE_PREVIOUS -> {
                IdentityHashMap<ConsumedRecord, Long> differences = table.differences();
                yield Optional.of(new RowColumn(title(), record -> {
                    Long difference = differences.get(record);
                    return difference == null ? "" : RecordTexts.elapsed(difference);
                }));
            }
            case SINCE_FIRST -> {
                Long first = firstMillis;
                yield Optional.of(new RowColumn(title(), record -> since(first, record)));
            }
            case EPOCH -> Optional.of(new RowColumn(title(), record -> Long.toString(record.timestamp())));
        };
    }

    private static String since(@Nullable Long first, ConsumedRecord record) {
        return first == null ? "" : RecordTexts.elapsed(record.timestamp() - first);
    }

    /** A filter came into force, or the table was cleared. */
    private void rowsExchanged() {
        firstMillis = null;
        lookForFirst();
        if (format.get().relative()) {
            table.refresh();
        }
    }

    private void lookForFirst() {
        for (int i = 0; i < rows.size() && firstMillis == null; i++) {
            firstMillis = rows.get(i) instanceof ConsumedRecord record ? (Long) record.timestamp() : null;
        }
    }
}
