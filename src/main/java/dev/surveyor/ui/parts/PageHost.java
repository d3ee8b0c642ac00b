package dev.surveyor.ui.parts;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The place of a page. A page gets exactly this width: what its widest line would like to have does not push the others
 * out of the window. Where it is lower than the least height of the page, the page can be scrolled. For the JavaFX thread
 * only.
 */
public final class PageHost extends Region {

    private static final double WHEEL = 40;

    private final ScrollBar bar = new ScrollBar();
    private Region page = new Region();

    /** Makes a place in which nothing is yet. */
    public PageHost() {
        getStyleClass().add("page-host");
        setMinSize(0, 0);
        Rectangle shown = new Rectangle();
        shown.widthProperty().bind(widthProperty());
        shown.heightProperty().bind(heightProperty());
        setClip(shown);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setVisible(false);
        bar.valueProperty().addListener(source -> requestLayout());
        getChildren().addAll(page, bar);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (bar.isVisible()) {
                scrollTo(bar.getValue() - Math.signum(event.getDeltaY()) * WHEEL);
                event.consume();
            }
        });
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).addListener((source, before, now) -> reveal(now));
    }

    /** Shows this in place of what was there. */
    public void show(Node newPage) {
        page = newPage instanceof Region region ? region : new StackPane(newPage);
        page.setMinWidth(0);
        bar.setValue(0);
        getChildren().setAll(page, bar);
    }

    /** Returns what is shown. */
    public Region page() {
        return page;
    }

    /** Returns whether the page is higher than its place, and scrolled. */
    public boolean scrolls() {
        return bar.isVisible();
    }

    private void scrollTo(double value) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), value)));
    }

    /** Scrolls to what has the focus. */
    private void reveal(@Nullable Node focused) {
        if (focused == null || !bar.isVisible() || !isInPage(focused)) {
            return;
        }
        Bounds bounds = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        if (bounds.getMinY() < 0) {
            scrollTo(bar.getValue() + bounds.getMinY());
        } else if (bounds.getMaxY() > getHeight()) {
            scrollTo(bar.getValue() + Math.min(bounds.getMinY(), bounds.getMaxY() - getHeight()));
        }
    }

    private boolean isInPage(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(page)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double needed = Math.ceil(page.minHeight(width));
        boolean scrolls = needed > height && height > 0;
        bar.setVisible(scrolls);
        double left = width;
        if (scrolls) {
            double barWidth = bar.prefWidth(-1);
            left = width - barWidth;
            needed = Math.ceil(page.minHeight(left));
            bar.setMax(needed - height);
            bar.setVisibleAmount(bar.getMax() * height / needed);
            bar.setValue(Math.min(bar.getValue(), bar.getMax()));
            bar.resizeRelocate(left, 0, barWidth, height);
        }
        page.resizeRelocate(0, scrolls ? -Math.floor(bar.getValue()) : 0, left, Math.max(height, scrolls ? needed : 0));
    }

    @Override
    protected double computePrefWidth(double height) {
        return page.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return page.prefHeight(width);
    }
}
