package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.records.Marks;
import dev.surveyor.ui.records.RecordTexts;
import dev.surveyor.ui.records.copy.RowColumn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The columns of a live table: their widths, their order, which are shown; kept per topic. */
public final class RecordColumns {

    /** The column that takes what the others leave. */
    private static final double LEAST_VALUE_WIDTH = 120;

    private static final double SCROLL_BAR = 13;

    private final String settingsKey;
    private final Settings settings;
    private final List<Column> defaults = new ArrayList<>();
    private final TableView<LogEntry> table;
    private final TableColumn<LogEntry, LogEntry> value;
    private final TableColumn<LogEntry, LogEntry> time;
    private final Supplier<ZoneId> zone;
    private boolean restoring;

    public RecordColumns(
            TableView<LogEntry> table,
            String topic,
            Settings settings,
            Supplier<ZoneId> zone,
            Marks marks,
            Runnable onWhy) {
        this.table = table;
        this.zone = zone;
        this.settings = settings;
        this.settingsKey = "records.columns." + topic;
        add("gutter", "", 24, () -> new RecordCells.Gutter(marks::contains), null);
        time = add(
                "time",
                "Time",
                100,
                () -> new RecordCells.Time(this.zone),
                Comparator.comparingLong(ConsumedRecord::timestamp));
        add("partition", "P", 32, RecordCells.Partition::new, Comparator.comparing(ConsumedRecord::partition));
        add("offset", "Offset", 58, RecordCells.Offset::new, Comparator.comparingLong(ConsumedRecord::offset));
        add("key", "Key", 80, RecordCells.Key::new, ByteOrder.KEY);
        value = add("value", "Value", LEAST_VALUE_WIDTH, RecordCells.Value::new, ByteOrder.VALUE);
        add("headers", "Hdr", 36, RecordCells.Headers::new, Comparator.comparingInt(ConsumedRecord::headerCount));
        add("size", "Size", 54, RecordCells.Size::new, Comparator.comparingInt(ConsumedRecord::valueLength));
        add("delta", "Δ", 60, () -> new RecordCells.Delta(onWhy), null);
        value.setResizable(false);
        nameTime();
        reset();
        settings.get(settingsKey).ifPresent(this::restore);
        watch();
    }

    /** Writes the zone into the head of the time column. */
    public void nameTime() {
        time.setText("Time (" + RecordTexts.zone(zone.get(), System.currentTimeMillis()) + ")");
    }

    /** Returns how the rows are ordered by that column, smallest first. */
    public Comparator<LogEntry> order(TableColumn<LogEntry, ?> column) {
        Comparator<ConsumedRecord> records = defaults.stream()
                .filter(known -> column.equals(known.column))
                .map(known -> known.order)
                .findFirst()
                .orElse(null);
        Comparator<ConsumedRecord> order = records == null ? ByteOrder.VALUE : records;
        return (one, other) -> {
            if (one instanceof ConsumedRecord first && other instanceof ConsumedRecord second) {
                return order.compare(first, second);
            }
            return Boolean.compare(one instanceof ConsumedRecord, other instanceof ConsumedRecord);
        };
    }

    /** Returns the columns that are shown, in their order, for a copy of rows; without those that need other rows. */
    public List<RowColumn> copied() {
        return table.getColumns().stream()
                .filter(TableColumn::isVisible)
                .map(column -> RowColumn.of(column.getId().substring("records-column-".length()), zone.get()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the menu of the header: what is shown, and back to the beginning. */
    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (Column known : defaults) {
            if (known.id.equals("gutter") || known.id.equals("value")) {
                continue;
            }
            CheckMenuItem item = new CheckMenuItem(known.title);
            item.setId("records-show-" + known.id);
            item.selectedProperty().bindBidirectional(known.column.visibleProperty());
            menu.getItems().add(item);
        }
        MenuItem reset = new MenuItem("Reset columns");
        reset.setId("records-columns-reset");
        reset.setOnAction(event -> {
            settings.remove(settingsKey);
            reset();
        });
        menu.getItems().addAll(new SeparatorMenuItem(), reset);
        return menu;
    }

    private void reset() {
        restoring = true;
        table.getColumns().setAll(defaults.stream().map(Column::column).toList());
        for (Column known : defaults) {
            known.column.setPrefWidth(known.width);
            known.column.setVisible(true);
        }
        restoring = false;
        fill();
    }

    private TableColumn<LogEntry, LogEntry> add(
            String id,
            String title,
            double width,
            Supplier<TableCell<LogEntry, LogEntry>> cell,
            @Nullable Comparator<ConsumedRecord> order) {
        TableColumn<LogEntry, LogEntry> column = new TableColumn<>(title);
        column.setId("records-column-" + id);
        column.getStyleClass().add("records-" + id);
        column.setCellValueFactory(features -> new RowValue(features.getValue()));
        column.setCellFactory(source -> cell.get());
        column.setSortable(order != null);
        column.setMinWidth(Math.min(width, 24));
        column.setResizable(!id.equals("gutter"));
        column.setReorderable(!id.equals("gutter"));
        defaults.add(new Column(id, title.isEmpty() ? id : title, width, column, order));
        return column;
    }

    private void watch() {
        ChangeListener<Object> changed = (source, before, now) -> {
            fill();
            save();
        };
        for (Column known : defaults) {
            if (!known.id.equals("value")) {
                known.column.widthProperty().addListener(changed);
            }
            known.column.visibleProperty().addListener(changed);
        }
        table.getColumns().addListener((ListChangeListener<Object>) change -> save());
        table.widthProperty().addListener((source, before, now) -> fill());
    }

    private void fill() {
        double others = table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.equals(value))
                .mapToDouble(column -> Math.max(column.getWidth(), column.getMinWidth()))
                .sum();
        value.setPrefWidth(Math.max(LEAST_VALUE_WIDTH, table.getWidth() - others - SCROLL_BAR));
    }

    private void save() {
        if (!restoring) {
            List<String> parts = new ArrayList<>();
            for (TableColumn<LogEntry, ?> column : table.getColumns()) {
                String id = column.getId().substring("records-column-".length());
                parts.add((column.isVisible() ? "" : "-") + id + ":" + Math.round(column.getWidth()));
            }
            settings.put(settingsKey, String.join(",", parts));
        }
    }

    /** Reads what {@link #save} wrote; what it does not know it passes over. */
    private void restore(String text) {
        restoring = true;
        List<TableColumn<LogEntry, ?>> order = new ArrayList<>();
        for (String part : Arrays.asList(text.split(","))) {
            String[] idAndWidth = part.replace("-", "").toLowerCase(Locale.ROOT).split(":");
            Optional<Column> known = defaults.stream()
                    .filter(column -> column.id.equals(idAndWidth[0]))
                    .findFirst();
            if (known.isPresent() && idAndWidth.length == 2 && idAndWidth[1].matches("\\d{1,4}")) {
                known.get().column.setPrefWidth(Double.parseDouble(idAndWidth[1]));
                known.get().column.setVisible(!part.startsWith("-"));
                order.add(known.get().column);
            }
        }
        if (order.size() == defaults.size()) {
            table.getColumns().setAll(order);
        }
        restoring = false;
        fill();
    }

    private record Column(
            String id,
            String title,
            double width,
            TableColumn<LogEntry, LogEntry> column,
            @Nullable Comparator<ConsumedRecord> order) {}
}
