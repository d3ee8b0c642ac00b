package dev.surveyor.ui.fx;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** The root of a window that is shown larger or smaller: what is in it is laid out in the room that then remains. */
final class ZoomedRoot extends Region {

    private final Scale scale = new Scale(1, 1);
    private final double leastWidth;
    private final double leastHeight;
    private Region content = new Pane();
    private double wanted = 1;

    /**
     * @param leastWidth the room that is left for what is in it, in pixels of its own, however large it is shown
     */
    ZoomedRoot(double leastWidth, double leastHeight) {
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
    }

    /** Shows that, which has no other parent and is not the root of a scene. */
    void show(Region newContent) {
        content = newContent;
        content.getTransforms().add(scale);
        getChildren().setAll(content);
    }

    Region content() {
        return content;
    }

    /** Changes how large it is to be shown, 1 for its normal size. */
    void wanted(double factor) {
        wanted = factor;
        requestLayout();
    }

    /** Returns how large it is shown: not larger than the window has room for. */
    double factor() {
        double room = Math.min(getWidth() / leastWidth, getHeight() / leastHeight);
        return Math.max(Math.min(1, wanted), Math.min(wanted, room));
    }

    @Override
    protected void layoutChildren() {
        double factor = factor();
        scale.setX(factor);
        scale.setY(factor);
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height < 0 ? height : height / wanted) * wanted;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width < 0 ? width : width / wanted) * wanted;
    }
}
