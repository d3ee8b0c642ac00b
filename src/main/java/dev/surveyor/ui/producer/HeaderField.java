package dev.surveyor.ui.producer;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A place to type in within a cell; something may stand beside it or in its place. */
final class HeaderField extends HBox {

    private final TextField field = new TextField();

    /**
     * @param prompt says what is typed
     */
    HeaderField(String prompt) {
        field.getStyleClass().addAll("mono", "cell-field");
        field.setPromptText(prompt);
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(field);
    }

    TextField field() {
        return field;
    }
}
