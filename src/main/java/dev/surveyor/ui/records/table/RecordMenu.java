package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.ui.page.PageCommand;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/**
 * The context menu of a record. The order is fixed; what cannot be done now keeps its place, is disabled, and says why
 * in parentheses.
 */
public final class RecordMenu extends ContextMenu {

    private final RecordTable table;
    private final RecordTableViewModel model;
    private final FieldMenus fields;
    private final MenuItem mark = new MenuItem();
    private final MenuItem resend = new MenuItem();
    private final MenuItem exportSelection = new MenuItem();
    /** What each item says where it can be chosen. */
    private final Map<MenuItem, String> words = new LinkedHashMap<>();

    public RecordMenu(
            RecordTable table,
            RecordTableViewModel model,
            RecordActions actions,
            BiConsumer<CopyFormat, List<ConsumedRecord>> copy,
            RecordColumns columns) {
        this.table = table;
        this.model = model;
        this.fields = new FieldMenus(model, columns);
        setId("records-menu");
        Menu copyAs = new Menu();
        copyAs.setId("records-menu-copy");
        for (CopyFormat format : CopyFormat.values()) {
            copyAs.getItems()
                    .add(item(
                            new MenuItem(format.label()),
                            "copy-" + format.id(),
                            () -> copy.accept(format, table.selectedRecords())));
        }
        var inspect = actions.inspect();
        if (inspect != null) {
            offer("Inspect", item(new MenuItem(), "inspect", inspect));
        }
        offer("Copy as", copyAs);
        offer("Filter for", fields.filterFor());
        offer("Filter out", fields.filterOut());
        offer("Add as column", fields.addColumn());
        offer("Highlight", new HighlightMenu(table, model.highlights(), model.notices()::tell));
        offer("Mark", item(mark, "mark", table::toggleMark));
        getItems().add(new SeparatorMenuItem());
        offer("Read again from here", item(new MenuItem(), "seek-here", this::seekHere));
        var send = actions.resend();
        if (send != null) {
            offer("Re-send…", item(resend, "resend", () -> table.selectedRecords().stream()
                    .findFirst()
                    .ifPresent(send)));
        }
        var export = actions.export();
        if (export != null) {
            offer("Export selection…", item(exportSelection, "export", () -> export.accept(table.selectedRecords())));
        }
        setOnShowing(event -> describe());
    }

    /** Returns what the menu offers now, except for columns: which there can be, each record says anew. */
    public List<PageCommand> commands() {
        describe();
        return MenuCommands.of(words.keySet().stream()
                .filter(item -> !item.equals(fields.addColumn()))
                .toList());
    }

    private void offer(String text, MenuItem item) {
        words.put(item, text);
        item.setText(text);
        getItems().add(item);
    }

    private void describe() {
        List<ConsumedRecord> records = table.selectedRecords();
        ConsumedRecord record = table.selectedProperty().get();
        if (records.isEmpty() || record == null) {
            words.keySet().forEach(item -> say(item, "no record is selected"));
            return;
        }
        words.keySet().forEach(item -> say(item, null));
        words.put(mark, model.marks().contains(record) ? "Remove mark" : "Mark");
        say(mark, null);
        say(resend, records.size() > 1 ? "one record at a time" : null);
        long topics = records.stream()
                .map(each -> each.partition().topic())
                .distinct()
                .count();
        say(exportSelection, topics > 1 ? "of one topic at a time" : null);
        fields.fill(record);
    }

    /** Has the item say what it does, or why it cannot. */
    private void say(MenuItem item, @Nullable String whyNot) {
        item.setText(words.getOrDefault(item, "") + (whyNot == null ? "" : " (" + whyNot + ")"));
        item.setDisable(whyNot != null);
    }

    private void seekHere() {
        ConsumedRecord record = table.selectedProperty().get();
        if (record != null) {
            model.jump().readFrom(PartitionOffset.of(record.partition(), record.offset()));
        }
    }

    private static MenuItem item(MenuItem item, String id, Runnable action) {
        item.setId("records-menu-" + id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
