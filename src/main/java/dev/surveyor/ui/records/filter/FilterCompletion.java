package dev.surveyor.ui.records.filter;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.filter.suggest.Suggestion;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * What may be typed next in the filter, below its field: fields and values that were seen, with how often. The field
 * keeps the focus: arrows choose, Tab takes, Esc closes.
 */
public final class FilterCompletion extends ListView<Suggestion> {

    private static final double ROW = 26;
    private static final int MOST_ROWS = 10;

    private final SeenFields seen;
    private @Nullable TextField field;

    /** Whether suggestions are wanted since the last key, although there may be none yet. */
    private boolean wanted;

    public FilterCompletion(SeenFields seen) {
        this.seen = seen;
        setId("records-filter-completion");
        getStyleClass().add("filter-completion");
        setFixedCellSize(ROW);
        setFocusTraversable(false);
        setAccessibleText("What may be typed next; Tab takes it");
        setCellFactory(list -> new Row());
        setOnMouseClicked(event -> take());
        close();
    }

    /** Works for this field. */
    void serve(TextField served) {
        field = served;
        served.textProperty().addListener((source, before, now) -> typed(served));
        served.caretPositionProperty().addListener((source, before, now) -> {
            // The text changes before its caret does, and without the last character there may be nothing to suggest.
            if (wanted) {
                suggest(served);
            }
        });
        served.focusedProperty().addListener((source, before, now) -> {
            if (now) {
                seen.refresh(() -> {});
            } else {
                close();
            }
        });
        served.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void typed(TextField served) {
        if (served.isFocused()) {
            wanted = true;
            seen.refresh(() -> {
                if (served.isFocused() && wanted) {
                    suggest(served);
                }
            });
            suggest(served);
        }
    }

    private void suggest(TextField served) {
        String chosen = getSelectionModel().isEmpty()
                ? ""
                : getSelectionModel().getSelectedItem().text();
        getItems().setAll(seen.at(served.getText(), served.getCaretPosition()));
        boolean any = !getItems().isEmpty();
        Shown.set(this, any);
        double height = Math.min(MOST_ROWS, getItems().size()) * ROW + 4;
        setPrefHeight(height);
        setMaxHeight(height);
        int same = 0;
        for (int i = 0; i < getItems().size(); i++) {
            same = getItems().get(i).text().equals(chosen) ? i : same;
        }
        if (any) {
            getSelectionModel().select(same);
            scrollTo(Math.max(0, same - MOST_ROWS + 1));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown() && field != null) {
            wanted = true;
            suggest(field);
            event.consume();
            return;
        }
        if (!isVisible()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.TAB && !event.isShiftDown()) {
            take();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int wanted = getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
            int index = Math.floorMod(wanted, getItems().size());
            getSelectionModel().select(index);
            scrollTo(Math.max(0, index - MOST_ROWS + 1));
        } else if (code == KeyCode.ESCAPE) {
            close();
        } else if (code == KeyCode.ENTER) {
            close();
            return;
        } else {
            return;
        }
        event.consume();
    }

    private void take() {
        Suggestion chosen = getSelectionModel().getSelectedItem();
        TextField served = field;
        if (chosen != null && served != null) {
            served.setText(chosen.applyTo(served.getText()));
            served.requestFocus();
            served.positionCaret(chosen.caretAfter());
            boolean complete = chosen.kind() == Suggestion.Kind.VALUE;
            if (complete) {
                close();
            } else {
                suggest(served);
            }
        }
    }

    private void close() {
        wanted = false;
        Shown.set(this, false);
    }

    /** A suggestion with its count at the right. */
    private static final class Row extends FilledListCell<Suggestion> {
        private final Label text = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(12);

        Row() {
            text.getStyleClass().add("completion-text");
            count.getStyleClass().add("caption");
            Uncut.keep(count);
            line.getChildren().addAll(text, new Spacer(), count);
            line.setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void show(Suggestion item) {
            text.setText(item.text());
            count.setText(item.count() < 0 ? "" : Numbers.grouped(item.count()) + " seen");
            setGraphic(line);
        }
    }
}
