package dev.surveyor.ui.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** Controls that come and go, together with their room in the layout. Without state; for the JavaFX thread only. */
public final class Shown {

    private Shown() {}

    /** Shows the node, or takes it away together with its room. */
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows the node whenever the value is true, from now on; else it takes no room. */
    public static void when(Node node, ObservableValue<Boolean> value) {
        node.visibleProperty().bind(value);
        foldHidden(node);
    }

    /** Shows the control whenever it has words, from now on; else it takes no room. */
    public static void whenWorded(Labeled control) {
        when(control, control.textProperty().isNotEmpty());
    }

    /** Lets the nodes take room only while they are visible, from now on; what makes them visible is said elsewhere. */
    public static void foldHidden(Node... nodes) {
        for (Node node : nodes) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /** Leaves the nodes out of the layout of their parent, which puts them where they belong itself. */
    public static void placedByParent(Node... nodes) {
        for (Node node : nodes) {
            node.setManaged(false);
        }
    }
}
