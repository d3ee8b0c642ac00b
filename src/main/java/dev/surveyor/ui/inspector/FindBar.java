package dev.surveyor.ui.inspector;

import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Finds a text in the key or value that is shown: how often it is there, and from one place to the next. */
final class FindBar extends HBox {

    private final FindViewModel model;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label count = new Label();

    /**
     * @param closed takes the focus back
     */
    FindBar(FindViewModel model, Runnable closed) {
        super(4);
        this.model = model;
        this.closed = closed;
        setId("inspector-find");
        getStyleClass().add("inspector-find");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("inspector-find-text");
        field.setPromptText("Find in this value");
        field.setAccessibleText("Find in this value");
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId("inspector-find-count");
        count.getStyleClass().add("caption");
        Uncut.keep(count);
        getChildren()
                .addAll(
                        field,
                        count,
                        InspectorBar.icon(
                                "inspector-find-previous", Feather.CHEVRON_UP, "Previous (Shift+F3)", () -> step(-1)),
                        InspectorBar.icon("inspector-find-next", Feather.CHEVRON_DOWN, "Next (F3)", () -> step(1)),
                        InspectorBar.icon("inspector-find-close", Feather.X, "Close (Esc)", this::close));
        field.textProperty().bindBidirectional(model.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Shown.when(this, model.openProperty());
        model.countProperty().subscribe(this::say);
    }

    /** Opens the bar with the focus on its text. */
    void open() {
        model.open();
        field.requestFocus();
        field.selectAll();
    }

    /** Goes to the next place, or to the one before; opens the bar where it is closed. */
    private void step(int by) {
        if (model.openProperty().get()) {
            model.step(by);
        } else {
            open();
        }
    }

    private void close() {
        model.close();
        closed.run();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> step(event.isShiftDown() ? -1 : 1);
            case DOWN -> step(1);
            case UP -> step(-1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void say(FindViewModel.Count now) {
        count.setText(now.words());
        count.setTooltip(now.why().isEmpty() ? null : new Tooltip(now.why()));
        count.getStyleClass().remove("nothing-found");
        if (now.nothing()) {
            count.getStyleClass().add("nothing-found");
        }
    }

    /** Returns whether the event asks for the bar or for its next place, and does it. */
    boolean handle(KeyEvent event) {
        boolean find = event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.F;
        boolean next = event.getCode() == KeyCode.F3 || (event.isShortcutDown() && event.getCode() == KeyCode.G);
        if (find) {
            open();
        } else if (next) {
            step(event.isShiftDown() ? -1 : 1);
        }
        return find || next;
    }
}
