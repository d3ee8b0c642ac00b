package dev.surveyor.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Something on which things can be dropped. For the JavaFX thread only. */
public interface DropTarget {

    /** Returns whether it has a use for what is dragged; asked with each move of the mouse. */
    boolean takes(Clipboard dragged);

    /** Takes what it has a use for; returns whether it did. */
    boolean drop(Clipboard dropped);

    /** Lets things be dropped on a node. What lies inside the node, and is a target too, comes first. */
    static void on(Node node, DropTarget target) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (target.takes(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (target.takes(event.getDragboard())) {
                event.setDropCompleted(target.drop(event.getDragboard()));
                event.consume();
            }
        });
    }

    /** Returns a field as a target: it takes text, for instance the name of a topic, at its end. */
    static DropTarget text(TextInputControl field) {
        return new DropTarget() {
            @Override
            public boolean takes(Clipboard dragged) {
                return dragged.hasString() && !dragged.hasContent(DragForms.RECORDS);
            }

            @Override
            public boolean drop(Clipboard dropped) {
                String words = dropped.getString();
                if (words == null || !field.isEditable()) {
                    return false;
                }
                field.appendText(words);
                field.requestFocus();
                field.end();
                return true;
            }
        };
    }
}
