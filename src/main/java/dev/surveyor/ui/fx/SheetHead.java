package dev.surveyor.ui.fx;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The head of a dialog: its title and a cross. One that acts on a cluster begins with the band of its environment, in its
 * colour and as a word, and names the connection.
 */
final class SheetHead extends HBox {

    private static final double LEAST_WORDS = 48;

    private final Label title = new Label();
    private final Label words = new Label();

    SheetHead(String id, Runnable cancel) {
        super(12);
        getStyleClass().add("sv-sheet-head");
        setAlignment(Pos.CENTER_LEFT);
        title.setId(id + "-title");
        title.getStyleClass().add("title-15");
        title.setMinWidth(LEAST_WORDS);
        words.getStyleClass().addAll("body-12", "muted");
        words.setMinWidth(LEAST_WORDS);
        for (Label label : new Label[] {title, words}) {
            Tooltip whole = new Tooltip();
            whole.textProperty().bind(label.textProperty());
            label.setTooltip(whole);
        }
        HBox about = new HBox(12, title);
        about.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(about, Priority.ALWAYS);
        words.textProperty().addListener((at, old, now) -> about.getChildren()
                .setAll(now.isEmpty() ? List.of(title) : List.of(title, words)));
        Button cross = new Button("", new FontIcon(Feather.X));
        cross.setId(id + "-x");
        cross.getStyleClass().addAll("button-icon", "flat");
        cross.setAccessibleText("Close");
        cross.setTooltip(new Tooltip("Close (Esc)"));
        cross.setOnAction(event -> cancel.run());
        getChildren().addAll(about, cross);
    }

    /** Begins with the band of the environment, and names the connection. */
    void about(String id, ConnectionProfile connection) {
        Environment environment = connection.environment();
        words.setId(id + "-connection");
        words.setText("on " + connection.name());
        getStyleClass().add("banded");
        if (environment.name().equals(Environment.SANDBOX.name())) {
            getStyleClass().add("sandbox");
        } else if (environment.name().equals(Environment.PRODUCTION.name())) {
            getStyleClass().add("production");
        }
        Label band = new Label(environment.name().toUpperCase(Locale.ROOT));
        band.setId(id + "-environment");
        band.getStyleClass().add("environment-word");
        // The colour is the user's data, so that no style class can know it.
        band.setStyle("-fx-background-color: " + environment.color() + ";");
        band.setMaxHeight(Double.MAX_VALUE);
        band.setMinWidth(USE_PREF_SIZE);
        getChildren().add(0, band);
    }

    StringProperty titleProperty() {
        return title.textProperty();
    }

    /** Returns what stands behind the title: the connection, or what else is set; empty for nothing. */
    StringProperty wordsProperty() {
        return words.textProperty();
    }
}
