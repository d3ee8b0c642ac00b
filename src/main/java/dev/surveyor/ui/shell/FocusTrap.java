package dev.surveyor.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Keeps the focus within a dialog that lies over the window: Tab goes from its last control to its first. */
final class FocusTrap {

    private final Parent dialogs;
    private final Node under;
    private boolean backwards;

    private FocusTrap(Parent dialogs, Node under) {
        this.dialogs = dialogs;
        this.under = under;
    }

    /**
     * Keeps the focus from now on.
     *
     * @param dialogs holds the dialog; nothing is kept while it is not visible
     * @param under what the dialog lies over
     */
    static void keepWithin(Parent dialogs, Node under) {
        FocusTrap trap = new FocusTrap(dialogs, under);
        dialogs.sceneProperty().subscribe(trap::watch);
    }

    private void watch(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                backwards = event.getCode() == KeyCode.TAB && event.isShiftDown();
            });
            scene.focusOwnerProperty().addListener((source, before, now) -> keep(now));
        }
    }

    private void keep(@Nullable Node now) {
        if (now == null || !dialogs.isVisible() || !isWithin(under, now)) {
            return;
        }
        List<Node> controls = new ArrayList<>();
        collect(dialogs, controls);
        if (!controls.isEmpty()) {
            controls.get(backwards ? controls.size() - 1 : 0).requestFocus();
        }
    }

    private static boolean isWithin(Node outer, Node inner) {
        for (Node at = inner; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Parent parent, List<Node> controls) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                controls.add(child);
            }
            if (child instanceof Parent inner) {
                collect(inner, controls);
            }
        }
    }
}
