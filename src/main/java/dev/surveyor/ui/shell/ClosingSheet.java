package dev.surveyor.ui.shell;

import dev.surveyor.ui.shell.ClosingViewModel.State;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Asks whether to wait for what closing would cut off, and says how much is left. */
final class ClosingSheet {

    private static final double WIDTH = 520;

    private final ClosingViewModel model;
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button wait = new Button();
    private final Button anyway = new Button();
    private final Overlay sheet;

    ClosingSheet(ClosingViewModel model) {
        this.model = model;
        title.setId("closing-title");
        title.getStyleClass().add("title-15");
        words.setId("closing-left");
        words.setWrapText(true);
        progress.setId("closing-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        wait.setId("closing-wait");
        wait.getStyleClass().addAll("sv-button", "accent");
        anyway.setId("closing-anyway");
        anyway.getStyleClass().addAll("sv-button", "danger");
        VBox content = new VBox(12, title, words, progress);
        content.getStyleClass().add("closing-content");
        content.setPrefWidth(WIDTH);
        sheet = new Overlay("closing", "", content);
        sheet.buttons("_Stay", anyway, wait);
        bind();
    }

    private void bind() {
        title.textProperty().bind(model.titleProperty());
        words.textProperty().bind(model.wordsProperty());
        wait.textProperty().bind(Bindings.concat("_Wait, then ", model.verbProperty()));
        anyway.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.verbProperty().get().equals("close") ? "Close _anyway" : "Disconnect _anyway",
                        model.verbProperty()));
        wait.setOnAction(event -> model.waitThenClose());
        anyway.setOnAction(event -> model.closeAnyway());
        sheet.onHidden(model::stay);
        model.stateProperty().addListener((source, before, now) -> show(now));
    }

    /** Returns what lies over the window while there is something to ask. */
    Node node() {
        return sheet;
    }

    private void show(State now) {
        progress.setVisible(now == State.WAITING);
        progress.setManaged(now == State.WAITING);
        wait.setVisible(now == State.ASKING);
        wait.setManaged(now == State.ASKING);
        if (now == State.IDLE) {
            sheet.hide();
        } else {
            sheet.show();
        }
        if (now == State.ASKING) {
            wait.requestFocus();
        }
    }
}
