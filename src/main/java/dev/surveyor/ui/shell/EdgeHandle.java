package dev.surveyor.ui.shell;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The line beside a region of the window, by which its width is dragged. The region keeps it when the window resizes. */
final class EdgeHandle extends Region {

    private static final double MOST = 600;

    private double startX;
    private double startWidth;

    /**
     * @param side the region that becomes wider or narrower
     * @param left whether the region is at the left of this line
     * @param least the least width in pixels
     */
    EdgeHandle(Region side, boolean left, double least) {
        getStyleClass().add("edge-handle");
        setCursor(Cursor.H_RESIZE);
        setOnMousePressed(event -> {
            startX = inParent(event);
            startWidth = side.getWidth();
        });
        setOnMouseDragged(event -> {
            double moved = inParent(event) - startX;
            double width = startWidth + (left ? moved : -moved);
            side.setPrefWidth(Math.max(least, Math.min(MOST, width)));
        });
    }

    /** In pixels of the parent, which may be shown larger than those of the screen. */
    private double inParent(MouseEvent event) {
        return getParent().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    }
}
