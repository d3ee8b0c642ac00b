package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.Environment;
import javafx.scene.control.Label;

/** The short word of an environment, white on its colour. */
final class EnvironmentTag extends Label {

    EnvironmentTag() {
        getStyleClass().add("environment-tag");
    }

    EnvironmentTag(Environment environment) {
        this();
        show(environment);
    }

    void show(Environment environment) {
        setText(environment.tag());
        // The colour is the user's data, so that no style class can know it.
        setStyle("-fx-background-color: " + environment.color() + ";");
        setAccessibleText(environment.name());
    }
}
