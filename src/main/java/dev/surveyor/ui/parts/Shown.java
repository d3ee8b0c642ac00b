package dev.surveyor.ui.parts;

import javafx.scene.Node;

/** Controls that come and go. Without state. */
public final class Shown {

    private Shown() {}

    /** Shows the node, or takes it away together with its room. */
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
