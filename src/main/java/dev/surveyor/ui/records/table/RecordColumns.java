package dev.surveyor.ui.records.table;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.record.TextOrder;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.filter.FieldReader;
import dev.surveyor.service.copy.RowColumn;
import dev.surveyor.service.settings.ColumnLayout;
import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.records.ColumnPromoter;
import dev.surveyor.ui.records.gaps.GapWords;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of a live table: their widths, their order, which are shown; kept per topic. */
public final class RecordColumns implements ColumnPromoter {

    private static final String VALUE = "value";
    private static final String TIME = "time";
    private final Setting<ColumnLayout> setting;
    private final RecordReader decoded;
    private final Settings settings;
    private final List<ColumnKind> standard;
    /** By id, in the order in which they were made. */
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private final RecordTable table;
    private final RecordTimes times;
    private final CopiedColumns copied;
    private final ColumnWidths widths;
    private final ChangeListener<Object> changed = (source, before, now) -> changed();
    private @Nullable ContextMenu menu;
    private boolean restoring;

    public RecordColumns(
            RecordTable table, RecordTableViewModel model, Settings settings, Supplier<ZoneId> zone, GapWords gaps) {
        this.table = table;
        this.settings = settings;
        this.decoded = model.decoding().reader();
        this.setting = Setting.ofTopic(
                "records.columns",
                model.consume().subscription().text(),
                text -> Optional.of(ColumnLayout.parse(text)),
                ColumnLayout::text);
        this.times = new RecordTimes(
                table, model.consume().subscription().text(), model.feed().rows(), settings, zone);
        this.copied = new CopiedColumns(table, decoded, times, zone);
        this.widths = new ColumnWidths(table, id -> known(id).column);
        this.standard = ColumnKinds.standard(
                times,
                new RecordSigns(model.marks(), model.transactions(), model.highlights()),
                gaps,
                decoded,
                model.consume().subscription().severalTopics());
        standard.forEach(kind -> columns.put(kind.id(), make(kind)));
        lay(List.of());
        nameTime();
        ColumnRoom.keep(known(TIME).column, () -> times.formatProperty().get().usualLength());
        restoring = true;
        widths.fitTime(times.formatProperty().get());
        restoring = false;
        setting.in(settings).ifPresent(this::restore);
        table.getColumns().addListener((ListChangeListener<Object>) change -> changed());
        table.widthProperty().addListener((source, before, now) -> widths.fill());
        model.feed()
                .countsProperty()
                .addListener(
                        (source, before, now) -> widths.fitOffset(model.feed().rows()));
        model.consume()
                .partitionCountProperty()
                .addListener((source, before, now) -> widths.fitPartition(now.intValue()));
        widths.fitPartition(model.consume().partitionCountProperty().get());
        times.formatProperty().addListener((source, before, now) -> {
            nameTime();
            widths.fitTime(now);
        });
    }

    /** Writes into the head of the time column what its times are: the zone may be another one now. */
    public void nameTime() {
        known(TIME).column.setText(times.title());
    }

    /** Returns how the rows are ordered by that column, smallest first; good for one sorting. */
    public Comparator<LogEntry> order(TableColumn<LogEntry, ?> column) {
        Column known = columns.get(id(column));
        Supplier<Comparator<ConsumedRecord>> orders = known == null ? null : known.kind.order();
        Comparator<ConsumedRecord> order = orders == null ? TextOrder.of(decoded, RecordPart.VALUE) : orders.get();
        return (one, other) -> {
            if (one instanceof ConsumedRecord first && other instanceof ConsumedRecord second) {
                return order.compare(first, second);
            }
            return Boolean.compare(one instanceof ConsumedRecord, other instanceof ConsumedRecord);
        };
    }

    /** Returns the columns that are shown, in their order, for a copy of the selected rows. */
    public List<RowColumn> copied() {
        return copied.shown();
    }

    /** Returns how the times of the records are written. */
    RecordTimes times() {
        return times;
    }

    @Override
    public void promote(String field) {
        FieldReader reader = FieldReader.of(field).orElse(null);
        if (reader == null) {
            return;
        }
        ColumnKind kind = ColumnKinds.field(reader.decodedBy(decoded));
        Column there = columns.get(kind.id());
        if (there != null) {
            there.column.setVisible(true);
            return;
        }
        Column made = make(kind);
        columns.put(kind.id(), made);
        int value = table.getColumns().indexOf(known(VALUE).column);
        table.getColumns().add(value, made.column);
        widths.fill();
    }

    /** Returns why the field cannot become a column, in words; null where it can. */
    @Nullable
    String whyNot(String field) {
        FieldReader reader = FieldReader.of(field).orElse(null);
        if (reader == null) {
            return "no column can be named so";
        }
        Column there = columns.get(ColumnKinds.field(reader).id());
        return there != null && there.column.isVisible() ? "a column already" : null;
    }

    /** Takes a column of a field away for good. */
    void remove(ColumnKind kind) {
        Column gone = columns.remove(kind.id());
        if (gone != null) {
            table.getColumns().remove(gone.column);
            widths.fill();
        }
    }

    /** Shows the columns as they were at first. */
    public void reset() {
        columns.keySet().removeIf(id -> ColumnKinds.fieldOf(id) != null);
        times.choose(TimeFormat.ABSOLUTE);
        lay(List.of());
        widths.fitTime(TimeFormat.ABSOLUTE);
        setting.keep(settings, null);
    }

    /** Returns what columns there are, shown or not, the gutter and the value left out: those always are. */
    List<ColumnKind> choosable() {
        return columns.values().stream()
                .map(Column::kind)
                .filter(kind -> !kind.fixed() && !kind.id().equals(VALUE))
                .toList();
    }

    boolean shown(ColumnKind kind) {
        return known(kind.id()).column.isVisible();
    }

    void show(ColumnKind kind, boolean shown) {
        known(kind.id()).column.setVisible(shown);
    }

    /** Opens this menu where the user asks for the menu of a head. */
    void menu(ContextMenu newMenu) {
        menu = newMenu;
        columns.values().forEach(column -> column.column.setContextMenu(newMenu));
    }

    private Column known(String id) {
        Column column = columns.get(id);
        if (column == null) {
            throw new IllegalStateException("no column " + id);
        }
        return column;
    }

    static String id(TableColumn<LogEntry, ?> column) {
        return String.valueOf(column.getUserData());
    }

    /** Puts these columns at the left, then all others as they are at first. */
    private void lay(List<ColumnLayout.Column> layout) {
        restoring = true;
        List<TableColumn<LogEntry, ?>> order = new ArrayList<>();
        for (ColumnLayout.Column wanted : layout) {
            Column column = columns.get(wanted.id());
            if (column != null && !order.contains(column.column)) {
                ColumnRoom.prefer(column.column, Math.max(column.column.getMinWidth(), wanted.width()));
                column.column.setVisible(wanted.shown());
                order.add(column.column);
            }
        }
        int at = 0;
        for (Column column : columns.values()) {
            int there = order.indexOf(column.column);
            if (there < 0) {
                ColumnRoom.prefer(column.column, column.kind.width());
                column.column.setVisible(column.kind.shown());
                order.add(Math.min(at, order.size()), column.column);
                at++;
            } else {
                at = there + 1;
            }
        }
        table.getColumns().setAll(order);
        restoring = false;
        widths.fill();
    }

    private void restore(ColumnLayout layout) {
        for (ColumnLayout.Column column : layout.columns()) {
            FieldReader reader = ColumnKinds.fieldOf(column.id());
            if (reader != null && !columns.containsKey(column.id())) {
                columns.put(column.id(), make(ColumnKinds.field(reader.decodedBy(decoded))));
            }
        }
        lay(layout.columns());
    }

    private Column make(ColumnKind kind) {
        TableColumn<LogEntry, LogEntry> column = kind.column();
        column.setContextMenu(menu);
        if (!kind.id().equals(VALUE)) {
            column.widthProperty().addListener(changed);
        }
        column.visibleProperty().addListener(changed);
        return new Column(kind, column);
    }

    private void changed() {
        if (!restoring) {
            widths.fill();
            save();
        }
    }

    private void save() {
        List<ColumnLayout.Column> layout = new ArrayList<>();
        for (TableColumn<LogEntry, ?> column : table.getColumns()) {
            layout.add(new ColumnLayout.Column(id(column), column.isVisible(), column.getWidth()));
        }
        setting.keep(settings, new ColumnLayout(layout));
    }

    private record Column(ColumnKind kind, TableColumn<LogEntry, LogEntry> column) {}
}
