package dev.surveyor.ui.shell.palette;

import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The overlay in which one types what to do or where to go. */
public final class CommandPalette extends StackPane {

    private static final double ROW = 32;
    private static final int MOST_ROWS = 12;

    private final TextField query = new TextField();
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
    private final ListView<PaletteEntry> list = new ListView<>(entries);
    private final Label empty = new Label();
    private Function<String, List<PaletteEntry>> source = text -> List.of();
    private UnaryOperator<String> nothing = text -> "";
    private @Nullable Node focusBefore;

    public CommandPalette() {
        getStyleClass().add("palette-shade");
        setVisible(false);
        setAlignment(Pos.TOP_CENTER);
        query.setId("palette-query");
        query.getStyleClass().add("palette-query");
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new EntryCell());
        list.setFocusTraversable(false);
        empty.setId("palette-empty");
        empty.getStyleClass().addAll("muted", "palette-empty");
        VBox box = new VBox(query, list, empty);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, USE_PREF_SIZE);
        getChildren().add(box);
        bind();
    }

    private void bind() {
        query.textProperty().addListener((property, old, now) -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        list.setOnMouseClicked(event -> runSelected());
    }

    /**
     * Opens over the window.
     *
     * @param prompt what to type
     * @param newSource what fits a text, best first
     * @param whenNothing says of a text that nothing fits, and what to do
     */
    public void show(String prompt, Function<String, List<PaletteEntry>> newSource, UnaryOperator<String> whenNothing) {
        source = newSource;
        nothing = whenNothing;
        focusBefore = getScene().getFocusOwner();
        query.setPromptText(prompt);
        query.setAccessibleText(prompt);
        query.clear();
        setVisible(true);
        refresh();
        query.requestFocus();
    }

    /** Asks the source again, for instance when topics have been read. */
    public void refresh() {
        if (!isVisible()) {
            return;
        }
        PaletteEntry before = list.getSelectionModel().getSelectedItem();
        entries.setAll(source.apply(query.getText()));
        int index = before == null ? 0 : Math.max(0, entries.indexOf(before));
        list.getSelectionModel().clearAndSelect(index);
        list.setPrefHeight(Math.min(MOST_ROWS, Math.max(1, entries.size())) * ROW + 2);
        Shown.set(list, !entries.isEmpty());
        Shown.set(empty, entries.isEmpty());
        empty.setText(nothing.apply(query.getText()));
    }

    /** Goes, and gives the focus back first: who hides with it seems to have lost it. */
    public void hide() {
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        setVisible(false);
    }

    private void onKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            hide();
        } else if (code == KeyCode.ENTER) {
            runSelected();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            move(code == KeyCode.DOWN ? 1 : -1);
        } else if (code == KeyCode.TAB) {
            // There is one field only; the focus stays in it.
            query.requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    private void move(int by) {
        if (!entries.isEmpty()) {
            int index = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, entries.size());
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - MOST_ROWS / 2));
        }
    }

    private void runSelected() {
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        Runnable action = entry == null ? null : entry.action();
        if (action != null) {
            hide();
            action.run();
        }
    }

    /** Icon, words, what kind of thing it is, and its key. */
    private static final class EntryCell extends FilledListCell<PaletteEntry> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label kind = new Label();
        private final Label keys = new Label();
        private final HBox row;

        EntryCell() {
            kind.getStyleClass().addAll("muted", "caption");
            keys.getStyleClass().add("key-hint");
            row = new HBox(8, icon, title, kind, new Spacer(), keys);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void show(PaletteEntry entry) {
            icon.setIconCode(entry.icon());
            title.setText(entry.title());
            title.getStyleClass().remove("muted");
            if (!entry.possible()) {
                title.getStyleClass().add("muted");
            }
            kind.setText(entry.kind());
            keys.setText(entry.keys());
            keys.setVisible(!entry.keys().isEmpty());
            setGraphic(row);
        }
    }
}
