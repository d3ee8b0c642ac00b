package dev.surveyor.ui.parts;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A part of the status bar, 11 px: words in muted, values in semi-bold, each value with an id of its own. */
public final class StatusSegment extends HBox {

    public StatusSegment(String id) {
        setId(id);
        getStyleClass().add("status-segment");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Adds words that stay. */
    public StatusSegment words(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("status-words");
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().add(label);
        return this;
    }

    /** Adds a value that follows. */
    public StatusSegment value(String id, ObservableValue<String> text) {
        Label label = value(id, "");
        label.textProperty().bind(text);
        return this;
    }

    /** Adds a value to be set by hand. */
    public Label value(String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        label.getStyleClass().add("status-value");
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().add(label);
        return label;
    }

    /** Adds a dot in the colour of a state. */
    public Dot dot(Dot.Kind kind) {
        Dot dot = new Dot(kind);
        getChildren().add(dot);
        return dot;
    }
}
