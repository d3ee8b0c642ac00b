package dev.surveyor.ui.groups;

import dev.surveyor.ui.fx.Clipboards;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Copies the selected rows of a table as text, a line for each, by menu and by key. For the JavaFX thread only. */
final class RowCopy<T> {

    private static final KeyCombination KEYS = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<T> table;
    private final Function<T, String> line;
    private final Clipboards clipboards;

    private RowCopy(TableView<T> table, Function<T, String> line, Clipboards clipboards) {
        this.table = table;
        this.line = line;
        this.clipboards = clipboards;
    }

    /** Lets several rows of the table be selected and copied. */
    static <T> void on(TableView<T> table, Function<T, String> line, Clipboards clipboards) {
        RowCopy<T> rows = new RowCopy<>(table, line, clipboards);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        MenuItem copy = new MenuItem("Copy as text");
        copy.setAccelerator(KEYS);
        copy.setOnAction(chosen -> rows.copy());
        table.setContextMenu(new ContextMenu(copy));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KEYS.match(event)) {
                event.consume();
                rows.copy();
            }
        });
    }

    private void copy() {
        String text = table.getSelectionModel().getSelectedItems().stream()
                .map(line)
                .collect(Collectors.joining(System.lineSeparator()));
        if (!text.isEmpty()) {
            clipboards.copy(text);
        }
    }
}
