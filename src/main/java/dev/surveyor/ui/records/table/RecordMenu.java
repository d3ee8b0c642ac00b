package dev.surveyor.ui.records.table;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.RecordTableViewModel;
import dev.surveyor.ui.records.copy.CopyFormat;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The context menu of a record. The order is fixed; what cannot be done now keeps its place and is disabled. */
public final class RecordMenu extends ContextMenu {

    private static final int LONGEST_TERM = 80;

    private final RecordTable table;
    private final RecordTableViewModel model;
    private final MenuItem mark = new MenuItem("Mark");
    private final MenuItem exportSelection = new MenuItem();
    private final MenuItem filterKey = new MenuItem();
    private final MenuItem filterOutKey = new MenuItem();
    private final MenuItem filterPartition = new MenuItem();

    public RecordMenu(
            RecordTable table,
            RecordTableViewModel model,
            RecordActions actions,
            BiConsumer<CopyFormat, List<ConsumedRecord>> copy) {
        this.table = table;
        this.model = model;
        setId("records-menu");
        Menu copyAs = new Menu("Copy as");
        copyAs.setId("records-menu-copy");
        for (CopyFormat format : CopyFormat.values()) {
            copyAs.getItems()
                    .add(item(
                            "copy-" + format.id(), format.label(), () -> copy.accept(format, table.selectedRecords())));
        }
        var inspect = actions.inspect();
        if (inspect != null) {
            getItems().add(item("inspect", "Inspect", inspect));
        }
        getItems()
                .addAll(
                        copyAs,
                        filters(),
                        new HighlightMenu(table, model),
                        item(mark, "mark", table::toggleMark),
                        new SeparatorMenuItem());
        getItems().add(item("seek-here", "Read again from here", this::seekHere));
        var resend = actions.resend();
        if (resend != null) {
            getItems().add(item("resend", "Re-send…", () -> table.selectedRecords().stream()
                    .findFirst()
                    .ifPresent(resend)));
        }
        var export = actions.export();
        if (export != null) {
            getItems().add(item(exportSelection, "export", () -> export.accept(table.selectedRecords())));
        }
        setOnShowing(event -> describe());
    }

    private Menu filters() {
        Menu menu = new Menu("Filter");
        menu.setId("records-menu-filter");
        menu.getItems()
                .addAll(
                        item(filterKey, "filter-key", () -> model.filter().narrow(keyCondition())),
                        item(filterOutKey, "filter-out-key", () -> model.filter()
                                .narrow("!" + keyCondition())),
                        item(filterPartition, "filter-partition", () -> model.filter()
                                .narrow(partitionCondition())));
        return menu;
    }

    private void describe() {
        List<ConsumedRecord> records = table.selectedRecords();
        ConsumedRecord record = records.isEmpty() ? null : records.get(0);
        getItems().forEach(item -> item.setDisable(record == null));
        boolean oneTopic = records.stream()
                        .map(each -> each.partition().topic())
                        .distinct()
                        .count()
                < 2;
        exportSelection.setText(oneTopic ? "Export selection…" : "Export selection… (of one topic at a time)");
        exportSelection.setDisable(record == null || !oneTopic);
        if (record != null) {
            mark.setText(model.marks().contains(record) ? "Remove mark" : "Mark");
            filterKey.setText("Only " + keyCondition());
            filterOutKey.setText("Without " + keyCondition());
            filterPartition.setText("Only " + partitionCondition());
        }
    }

    private String keyCondition() {
        ConsumedRecord record = table.selectedProperty().get();
        Slice key = record == null ? Slice.of((byte[]) null) : Slice.of(record, RecordPart.KEY);
        if (key.isNull()) {
            return "key:null";
        }
        if (key.isEmpty()) {
            return "key:empty";
        }
        Utf8Text text = Utf8Text.of(key, LONGEST_TERM);
        // What is longer is not written whole, so it is looked for in the key.
        String sign = key.length() > LONGEST_TERM ? ":" : "=";
        return "key" + sign + '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String partitionCondition() {
        ConsumedRecord record = table.selectedProperty().get();
        return "p:" + (record == null ? 0 : record.partition().partition());
    }

    private void seekHere() {
        ConsumedRecord record = table.selectedProperty().get();
        if (record != null) {
            model.jump().readFrom(PartitionOffset.of(record.partition(), record.offset()));
        }
    }

    private static MenuItem item(String id, String words, Runnable action) {
        return item(new MenuItem(words), id, action);
    }

    private static MenuItem item(MenuItem item, String id, Runnable action) {
        item.setId("records-menu-" + id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
