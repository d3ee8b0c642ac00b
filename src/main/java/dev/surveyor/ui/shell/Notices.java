package dev.surveyor.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Says small things in a corner for some seconds; never anything that needs an answer. */
final class Notices extends StackPane {

    private static final Duration SHOWN = Duration.seconds(6);

    private final Label text = new Label();
    private final PauseTransition pause = new PauseTransition(SHOWN);

    Notices() {
        setMouseTransparent(true);
        setAlignment(Pos.BOTTOM_CENTER);
        getStyleClass().add("notices");
        text.setId("notice");
        text.getStyleClass().add("notice");
        text.setWrapText(true);
        text.setMaxWidth(560);
        text.setVisible(false);
        getChildren().add(text);
        pause.setOnFinished(event -> text.setVisible(false));
    }

    void show(String words) {
        text.setText(words);
        text.setVisible(true);
        pause.playFromStart();
    }
}
