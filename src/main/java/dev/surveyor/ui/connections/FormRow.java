package dev.surveyor.ui.connections;

import dev.surveyor.ui.parts.Uncut;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A row of a form: label, field, hint, and below the field the room for what is wrong with it. */
final class FormRow extends VBox {

    private final Label words = new Label();
    private final Tooltip whole = new Tooltip();
    private final List<FieldProblem> problems = new ArrayList<>();

    FormRow(String label, Node field, Node... beside) {
        getStyleClass().add("form-row");
        Label name = new Label(label);
        name.getStyleClass().addAll("medium", "body-12", "muted", "form-name");
        name.setLabelFor(field);
        HBox line = new HBox(8, name, field);
        line.getChildren().addAll(beside);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("form-line");
        words.getStyleClass().addAll("danger", "body-12", "form-problem");
        words.setVisible(false);
        words.setTooltip(whole);
        getChildren().addAll(line, words);
    }

    static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().addAll("muted", "body-12");
        Uncut.keep(hint);
        return hint;
    }

    /**
     * Tells below the line what is wrong with a field, when it is time to. The room is kept, so that nothing moves.
     *
     * @param id the id of the words; several fields of a row have one
     */
    FormRow problem(String id, ObservableValue<String> problem, TextInputControl field) {
        FieldProblem told = new FieldProblem(problem, field);
        problems.add(told);
        words.setId(id);
        told.shownProperty().subscribe(now -> {
            field.getStyleClass().remove("invalid");
            if (!now.isEmpty()) {
                field.getStyleClass().add("invalid");
            }
            showProblem();
        });
        return this;
    }

    private void showProblem() {
        String first = problems.stream()
                .map(problem -> problem.shownProperty().get())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        words.setText(first);
        words.setVisible(!first.isEmpty());
        whole.setText(first);
    }
}
