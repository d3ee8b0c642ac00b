package dev.surveyor.ui.fx;

import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;

/**
 * Opens the context menu of what has the focus with {@code Shift+F10} or the Menu key. The toolkit's window code does so
 * on Windows only; its GTK and macOS parts know the mouse alone. JavaFX thread.
 */
public final class MenuKey {

    private static final boolean TOOLKIT_DOES_IT =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private MenuKey() {}

    /** Serves the whole scene; who handles the key before keeps it. */
    public static void in(Scene scene) {
        if (!TOOLKIT_DOES_IT) {
            scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                Node owner = scene.getFocusOwner();
                if (owner != null && asks(event)) {
                    owner.fireEvent(request(owner));
                    event.consume();
                }
            });
        }
    }

    private static boolean asks(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown());
    }

    private static ContextMenuEvent request(Node owner) {
        Bounds place = owner.sceneToLocal(place(owner));
        double x = place.getMinX() + Math.min(place.getWidth() / 4, 40);
        double y = (place.getMinY() + place.getMaxY()) / 2;
        Point2D screen = owner.localToScreen(x, y);
        Point2D scene = owner.localToScene(x, y);
        return new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                x,
                y,
                screen.getX(),
                screen.getY(),
                true,
                new PickResult(owner, scene.getX(), scene.getY()));
    }

    /** Returns where the selected row of a table, tree or list is in the scene, else where the whole node is. */
    private static Bounds place(Node owner) {
        Bounds whole = owner.localToScene(owner.getLayoutBounds());
        return owner.lookupAll(".indexed-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell && cell.isSelected() && isSeen(cell))
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .filter(whole::intersects)
                .findFirst()
                .orElse(whole);
    }

    /** Cells that only measure are in a parent that is not shown. */
    private static boolean isSeen(Node cell) {
        return cell.isVisible() && cell.getParent() != null && cell.getParent().isVisible();
    }
}
