package dev.surveyor.ui.fx;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * How large everything is shown, in every window of the program. What is in a window is enlarged as a whole, as far as
 * the window has room for it; menus and tooltips have larger letters. For the JavaFX thread only.
 */
public final class Zoom implements AutoCloseable {

    public static final int NORMAL = 100;
    public static final int LEAST = 80;
    public static final int MOST = 200;

    private static final int STEP = 10;

    /** What is in the main window keeps so much room, in pixels of its own. */
    private static final double LEAST_WIDTH = 960;

    private static final double LEAST_HEIGHT = 600;

    /** The size of the letters in menus and tooltips, in pixels. */
    private static final double LETTERS = 12;

    private final IntegerProperty percent;
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::adopt);
        }
    };
    private final Subscription changes;

    /**
     * Follows the number from now on, in windows that are open and in those that will be.
     *
     * @param percent {@link #LEAST} to {@link #MOST}
     */
    public Zoom(IntegerProperty percent) {
        this.percent = percent;
        Window.getWindows().addListener(opened);
        changes = percent.subscribe(() -> List.copyOf(Window.getWindows()).forEach(this::adopt));
    }

    /**
     * Enlarges by some steps, a negative number makes everything smaller: from what is seen in the window, which may
     * have had no room for what was asked before.
     */
    public void step(int by, Window window) {
        long seen = Math.round((double) (percent.get() - lacking(window)) / STEP);
        percent.set((int) Math.max(LEAST, Math.min(MOST, (seen + by) * STEP)));
    }

    /** Shows everything in its normal size. */
    public void reset() {
        percent.set(NORMAL);
    }

    /** Returns by how many percent less than was asked for the window is shown larger, having no room for more. */
    public int lacking(Window window) {
        return window.getScene().getRoot() instanceof ZoomedRoot root
                ? percent.get() - (int) Math.round(root.factor() * NORMAL)
                : 0;
    }

    /** Returns the width that views have in the window of this node, null while it is in none. */
    public static ObservableValue<Number> widthAround(Node node) {
        return node.sceneProperty().flatMap(scene -> scene.rootProperty().flatMap(root -> width(scene, root)));
    }

    private static ObservableValue<Number> width(Scene scene, Parent root) {
        return root instanceof ZoomedRoot zoomed ? zoomed.content().widthProperty() : scene.widthProperty();
    }

    private void adopt(Window window) {
        if (window instanceof PopupControl popup) {
            popup.setStyle(
                    percent.get() == NORMAL ? null : "-fx-font-size: " + LETTERS * percent.get() / NORMAL + "px;");
        } else if (window instanceof Stage stage && stage.getScene() != null) {
            enlarge(stage.getScene(), stage.getOwner() == null);
        }
    }

    private void enlarge(Scene scene, boolean main) {
        if (scene.getRoot() instanceof ZoomedRoot zoomed) {
            zoomed.wanted((double) percent.get() / NORMAL);
        } else if (percent.get() != NORMAL && scene.getRoot() instanceof Region content) {
            Node focused = scene.getFocusOwner();
            ZoomedRoot root = main ? new ZoomedRoot(LEAST_WIDTH, LEAST_HEIGHT) : new ZoomedRoot(0, 0);
            scene.setRoot(root);
            root.show(content);
            root.wanted((double) percent.get() / NORMAL);
            if (focused != null) {
                focused.requestFocus();
            }
        }
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(opened);
        changes.unsubscribe();
    }
}
