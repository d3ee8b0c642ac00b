package dev.surveyor.ui.connections;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A row of a form: label, field, hint, and below the field what is wrong with it. */
final class FormRow extends VBox {

    private static final double LABEL_WIDTH = 128;

    FormRow(String label, Node field, Node... beside) {
        getStyleClass().add("form-row");
        Label words = new Label(label);
        words.getStyleClass().addAll("medium", "body-12", "muted");
        words.setMinWidth(LABEL_WIDTH);
        words.setPrefWidth(LABEL_WIDTH);
        words.setLabelFor(field);
        HBox line = new HBox(8, words, field);
        line.getChildren().addAll(beside);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("form-line");
        getChildren().add(line);
    }

    static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().addAll("muted", "body-12");
        return hint;
    }

    /** Shows the problem below the field once something was typed or the field was left. */
    FormRow problem(String id, ObservableValue<String> problem, TextInputControl field) {
        Label words = new Label();
        words.setId(id);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().addAll("danger", "body-12", "form-problem");
        words.setVisible(false);
        words.managedProperty().bind(words.visibleProperty());
        boolean[] touched = {!field.getText().isEmpty()};
        Runnable show = () -> {
            boolean wrong = touched[0] && !problem.getValue().isEmpty();
            words.setText(problem.getValue());
            words.setVisible(wrong);
            field.getStyleClass().remove("invalid");
            if (wrong) {
                field.getStyleClass().add("invalid");
            }
        };
        problem.addListener((property, before, now) -> show.run());
        field.textProperty().addListener((property, before, now) -> {
            touched[0] = true;
            show.run();
        });
        field.focusedProperty().addListener((property, before, now) -> {
            touched[0] |= before;
            show.run();
        });
        getChildren().add(words);
        show.run();
        return this;
    }
}
