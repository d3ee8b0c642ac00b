package dev.surveyor.ui.shell;

import dev.surveyor.ui.parts.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in the workspace while no tab is open: how to open one. */
final class NoPage extends VBox {

    /** @param choose asks for a topic */
    NoPage(Runnable choose) {
        Label title = new Label("Nothing is open");
        title.getStyleClass().add("title-15");
        Label how = new Label("Choose a topic or a group at the left, or type its name.");
        how.getStyleClass().add("muted");
        Button open = Controls.button("workspace-open", "Open a topic\u2026", "", choose, "accent");
        getChildren().addAll(title, how, open);
        getStyleClass().add("no-page");
        setAlignment(Pos.CENTER);
    }
}
