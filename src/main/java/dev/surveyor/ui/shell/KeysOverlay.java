package dev.surveyor.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of all keys. */
final class KeysOverlay extends StackPane {

    /** Keys that belong to a part of the window, beside those that work anywhere. */
    private static final List<List<String>> LOCAL = List.of(
            List.of("Start or stop the consumer", "Ctrl+E"),
            List.of("Pause or resume fetching", "F8, Space in the table"),
            List.of("Follow, to the end", "End in the table"),
            List.of("First record", "Home in the table"),
            List.of("Focus the filter", "Ctrl+F, / in the table"),
            List.of("Copy value / copy row", "Ctrl+C / Ctrl+Shift+C"),
            List.of("Send", "Ctrl+Enter in the producer"),
            List.of("Seek", "Ctrl+Shift+K"),
            List.of("Context menu", "Shift+F10"));

    private final Button close = new Button("Close");
    private @Nullable Node focusBefore;

    KeysOverlay() {
        getStyleClass().add("palette-shade");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        Label title = new Label("Keys");
        title.getStyleClass().add("title-15");
        close.setId("keys-close");
        close.getStyleClass().add("sv-button");
        close.setOnAction(event -> hide());
        VBox box = new VBox(title, grid(), close);
        box.getStyleClass().add("palette");
        box.setMaxSize(720, USE_PREF_SIZE);
        getChildren().add(box);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    private static GridPane grid() {
        List<List<String>> rows = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            rows.add(List.of(shortcut.words(), shortcut.keys()));
        }
        rows.addAll(LOCAL);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        int half = (rows.size() + 1) / 2;
        for (int i = 0; i < rows.size(); i++) {
            Label words = new Label(rows.get(i).get(0));
            Label keys = new Label(rows.get(i).get(1));
            keys.getStyleClass().add("key-hint");
            words.setMinWidth(USE_PREF_SIZE);
            int column = i < half ? 0 : 2;
            grid.addRow(i % half);
            grid.add(words, column, i % half);
            grid.add(keys, column + 1, i % half);
        }
        return grid;
    }

    void show() {
        focusBefore = getScene().getFocusOwner();
        setVisible(true);
        close.requestFocus();
    }

    private void hide() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
