package dev.surveyor.ui.testing;

import dev.surveyor.ui.parts.PageHost;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextInputControl;

/** Says which controls have no room where they are: outside of the window, or with words that are cut. */
public final class Fits {

    private static final double ROUNDING = 1;

    private Fits() {}

    /**
     * Returns what is wrong below the root, which fills its window; each with its id and its words.
     *
     * <p>Rows of tables and lists are passed over, as is what can be scrolled into sight: they have room of their own.
     */
    public static List<String> wrongIn(Parent root) {
        UiWait.frames(3);
        return UiWait.onFx(() -> {
            List<String> wrong = new ArrayList<>();
            look(root, root, false, wrong);
            return wrong;
        });
    }

    private static void look(Parent root, Node node, boolean scrolls, List<String> wrong) {
        if (!node.isVisible() || node.getStyleClass().contains("virtual-flow")) {
            return;
        }
        if (node instanceof Control control) {
            Bounds bounds = root.sceneToLocal(control.localToScene(control.getLayoutBounds()));
            Bounds window = root.getLayoutBounds();
            boolean beside = bounds.getMinX() < -ROUNDING || bounds.getMaxX() > window.getWidth() + ROUNDING;
            boolean below = bounds.getMinY() < -ROUNDING || bounds.getMaxY() > window.getHeight() + ROUNDING;
            if (beside || (below && !scrolls)) {
                wrong.add(nameOf(control) + " is outside: " + Math.round(bounds.getMinX()) + ".."
                        + Math.round(bounds.getMaxX()) + ", " + Math.round(bounds.getMinY()) + ".."
                        + Math.round(bounds.getMaxY()) + " of " + Math.round(window.getWidth()) + " x "
                        + Math.round(window.getHeight()));
            }
            boolean saysWhatItDoes =
                    control instanceof Button || control instanceof SplitMenuButton || control instanceof Hyperlink;
            if (saysWhatItDoes && control.getWidth() < control.prefWidth(-1) - ROUNDING) {
                wrong.add(nameOf(control) + " is cut: " + Math.round(control.getWidth()) + " of "
                        + Math.round(control.prefWidth(-1)));
            }
        }
        if (node instanceof Parent parent && !hasRoomOfItsOwn(node)) {
            boolean within = scrolls || (node instanceof PageHost host && host.scrolls());
            parent.getChildrenUnmodifiable().forEach(child -> look(root, child, within, wrong));
        }
    }

    private static boolean hasRoomOfItsOwn(Node node) {
        return node instanceof ScrollPane
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node.getStyleClass().contains("code-area");
    }

    private static String nameOf(Control control) {
        String words = control instanceof Labeled labeled ? " '" + labeled.getText() + "'" : "";
        return (control.getId() == null ? control.getClass().getSimpleName() : "#" + control.getId()) + words;
    }
}
