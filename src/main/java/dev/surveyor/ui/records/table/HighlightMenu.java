package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.field.KeyCondition;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.records.highlight.HighlightColour;
import dev.surveyor.ui.records.highlight.HighlightPaint;
import dev.surveyor.ui.records.highlight.HighlightRules;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** Gives the records that have the key of the selected one a colour, and leads to the rules. */
final class HighlightMenu extends Menu {

    private final HighlightRules highlights;
    private final Consumer<Notice> tell;
    private final RecordTable table;

    HighlightMenu(RecordTable table, HighlightRules highlights, Consumer<Notice> tell) {
        super("Highlight");
        this.table = table;
        this.highlights = highlights;
        this.tell = tell;
        setId("records-menu-highlight");
        for (HighlightColour colour : HighlightColour.values()) {
            MenuItem item = new MenuItem();
            item.setId("records-menu-highlight-" + colour.id());
            item.setMnemonicParsing(false);
            item.setGraphic(HighlightPaint.icon(colour));
            item.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> colour.words() + ": "
                                    + (condition() == null ? "no filter can name this key" : "records with this key"),
                            table.selectedProperty()));
            item.disableProperty()
                    .bind(Bindings.createBooleanBinding(() -> condition() == null, table.selectedProperty()));
            item.setOnAction(event -> give(colour));
            getItems().add(item);
        }
        MenuItem edit = Controls.item("records-menu-highlight-edit", "Edit rules…", () -> highlights
                .editingProperty()
                .set(true));
        getItems().addAll(new SeparatorMenuItem(), edit);
    }

    private void give(HighlightColour colour) {
        String condition = condition();
        if (condition != null) {
            Runnable undo = highlights.prefer(condition, colour);
            tell.accept(new Notice.Undoable("Records with this key are " + colour.id() + " now.", condition, undo));
        }
    }

    private @Nullable String condition() {
        ConsumedRecord record = table.selectedProperty().get();
        return record == null ? null : new KeyCondition(table.reader(), highlights::matches).exact(record);
    }
}
