package dev.surveyor.ui.fx;

import javafx.application.Platform;

/** The real one. */
public final class FxUiExecutor implements UiExecutor {
    @Override
    public void execute(Runnable command) {
        Platform.runLater(command);
    }
}
