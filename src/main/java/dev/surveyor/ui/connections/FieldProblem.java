package dev.surveyor.ui.connections;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/**
 * When a person is told what is wrong with a field: once it was left, not while it is being typed; and at once where it
 * comes with a text, for instance from an import. It goes as soon as the field is right. For the JavaFX thread.
 */
final class FieldProblem {

    private final ObservableValue<String> problem;
    private final List<TextInputControl> fields;
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private boolean told;

    /**
     * @param problem what is wrong, one sentence; empty for nothing
     * @param fields what it is wrong with; several are left together
     */
    FieldProblem(ObservableValue<String> problem, TextInputControl... fields) {
        this.problem = problem;
        this.fields = List.of(fields);
        told = this.fields.stream().anyMatch(field -> !field.getText().isEmpty());
        problem.addListener((property, before, now) -> show());
        for (TextInputControl field : fields) {
            field.textProperty().addListener((property, before, now) -> typed(now));
            field.focusedProperty().addListener((property, before, now) -> {
                if (before && left()) {
                    told = !problem.getValue().isEmpty();
                    show();
                }
            });
        }
        show();
    }

    /** What is to be told now; empty for nothing. */
    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    private void typed(String now) {
        if (fields.stream().noneMatch(Node::isFocused)) {
            told = !now.isEmpty();
        }
        show();
    }

    private void show() {
        if (problem.getValue().isEmpty() && fields.stream().anyMatch(Node::isFocused)) {
            told = false;
        }
        shown.set(told ? problem.getValue() : "");
    }

    /** A field does not lose its place to another window: there somebody may be looking up what to type. */
    private boolean left() {
        Scene scene = fields.get(0).getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        return fields.stream().noneMatch(field -> field.equals(owner));
    }
}
