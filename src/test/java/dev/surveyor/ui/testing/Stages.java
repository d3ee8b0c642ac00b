package dev.surveyor.ui.testing;

import javafx.scene.Scene;
import javafx.stage.Stage;

/** Shows scenes on the stage that all view tests of one run share. On the JavaFX thread. */
public final class Stages {

    private Stages() {}

    /** Shows the scene in its own size, whatever size and least size the test before left the stage with. */
    public static void show(Stage stage, Scene scene) {
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.show();
        stage.sizeToScene();
    }
}
