package dev.surveyor.ui.groups;

import javafx.scene.Node;

/** Style classes that come and go. */
final class Styles {

    private Styles() {}

    /** Adds the class, or takes it away. */
    static void set(Node node, String styleClass, boolean on) {
        if (on && !node.getStyleClass().contains(styleClass)) {
            node.getStyleClass().add(styleClass);
        } else if (!on) {
            node.getStyleClass().remove(styleClass);
        }
    }
}
