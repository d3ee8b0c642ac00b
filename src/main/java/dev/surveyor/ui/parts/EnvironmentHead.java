package dev.surveyor.ui.parts;

import dev.surveyor.domain.connection.Environment;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The head of a dialog that acts on a cluster: begins with the band of its environment, in its colour and as a word. */
public class EnvironmentHead extends HBox {

    /**
     * @param id of the band
     */
    public EnvironmentHead(String id, Environment environment) {
        super(12);
        getStyleClass().add("environment-head");
        setAlignment(Pos.CENTER_LEFT);
        if (environment.name().equals(Environment.SANDBOX.name())) {
            getStyleClass().add("sandbox");
        } else if (environment.name().equals(Environment.PRODUCTION.name())) {
            getStyleClass().add("production");
        }
        Label band = new Label(environment.name().toUpperCase(Locale.ROOT));
        band.setId(id);
        band.getStyleClass().add("environment-word");
        // The colour is the user's data, so that no style class can know it.
        band.setStyle("-fx-background-color: " + environment.color() + ";");
        band.setMaxHeight(Double.MAX_VALUE);
        band.setMinWidth(USE_PREF_SIZE);
        getChildren().add(band);
    }
}
