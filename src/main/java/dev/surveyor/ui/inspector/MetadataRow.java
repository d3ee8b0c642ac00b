package dev.surveyor.ui.inspector;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * A name and a value that can be marked and copied: beside the name, or below it where there is more room. A value that is
 * longer still is in the tooltip.
 */
final class MetadataRow extends Region {

    private static final double NAME_WIDTH = 88;

    private final Label name;
    private final TextField field;

    MetadataRow(String id, String title, String value) {
        name = new Label(title);
        name.getStyleClass().add("metadata-name");
        field = new TextField(value);
        field.setId("inspector-meta-" + id);
        field.setEditable(false);
        // With room for the caret behind the last character.
        field.setPrefColumnCount(value.length() + 1);
        field.setTooltip(new Tooltip(value));
        field.getStyleClass().add("metadata-value");
        name.setLabelFor(field);
        setMinWidth(0);
        getChildren().addAll(name, field);
    }

    private boolean below(double width) {
        return NAME_WIDTH + field.prefWidth(-1) > width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = field.prefHeight(-1);
        return below(width < 0 ? getWidth() : width) ? name.prefHeight(-1) + line : line;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double line = field.prefHeight(-1);
        if (below(getWidth())) {
            double top = name.prefHeight(-1);
            name.resizeRelocate(0, 0, getWidth(), top);
            field.resizeRelocate(0, top, getWidth(), line);
        } else {
            name.resizeRelocate(0, 0, NAME_WIDTH, line);
            field.resizeRelocate(NAME_WIDTH, 0, getWidth() - NAME_WIDTH, line);
        }
    }
}
