package dev.surveyor.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.control.Skinnable;

/**
 * A popup that shows one node as it is. Letters and sizes of the node that are relative, in {@code em}, grow with the zoom
 * of the window. For the JavaFX thread only.
 */
public class NodePopup extends PopupControl {

    /** Makes a popup that hides when the user clicks elsewhere; it is empty until {@link #setContent}. */
    public NodePopup() {
        getStyleClass().setAll("node-popup");
        setAutoHide(true);
    }

    /** Shows this node from now on. */
    public final void setContent(Node content) {
        setSkin(new Frame(this, content));
    }

    private record Frame(NodePopup popup, Node content) implements Skin<Skinnable> {

        @Override
        public Skinnable getSkinnable() {
            return popup;
        }

        @Override
        public Node getNode() {
            return content;
        }

        @Override
        public void dispose() {
            // It adds nothing to the node.
        }
    }
}
