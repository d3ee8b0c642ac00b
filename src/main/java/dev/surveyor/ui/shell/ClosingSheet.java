package dev.surveyor.ui.shell;

import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.shell.ClosingViewModel.State;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/** Asks whether to wait for what closing would cut off, and says how much is left. */
final class ClosingSheet {

    private static final double WIDTH = 520;

    private final ClosingViewModel model;
    private final Sheet sheet = new Sheet("closing", "", WIDTH);
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button stay;
    private final Button wait;

    ClosingSheet(ClosingViewModel model) {
        this.model = model;
        sheet.setId("closing");
        sheet.titleProperty().bind(model.titleProperty());
        Label words = new Label();
        words.setId("closing-left");
        words.setWrapText(true);
        words.textProperty().bind(model.wordsProperty());
        progress.setId("closing-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        sheet.add(words, progress);
        stay = sheet.closing("closing-close", "_Stay");
        Button anyway = sheet.button("closing-anyway", "", model::closeAnyway);
        anyway.getStyleClass().add("danger");
        anyway.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.verbProperty().get().equals("close") ? "Close _anyway" : "Disconnect _anyway",
                        model.verbProperty()));
        wait = sheet.action("closing-wait", "", model::waitThenClose);
        wait.textProperty().bind(Bindings.concat("_Wait, then ", model.verbProperty()));
        sheet.onClosed(model::stay);
    }

    /** Shows itself there while there is something to ask. */
    void over(Sheets sheets) {
        model.stateProperty().addListener((source, before, now) -> show(sheets, now));
    }

    private void show(Sheets sheets, State now) {
        Shown.set(progress, now == State.WAITING);
        Shown.set(wait, now == State.ASKING);
        sheet.beginAt(now == State.ASKING ? wait : stay);
        if (now == State.IDLE) {
            sheet.close();
        } else if (sheet.isOpen()) {
            sheet.focus();
        } else {
            sheets.show(sheet);
        }
    }
}
