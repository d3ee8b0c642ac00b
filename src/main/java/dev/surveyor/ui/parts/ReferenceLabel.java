package dev.surveyor.ui.parts;

import dev.surveyor.domain.record.PartitionOffset;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * The reference of a record, {@code orders[3]@48210}. Where there is little room the topic is cut in its middle;
 * partition and offset stay whole. The text is always all of it.
 */
public final class ReferenceLabel extends Label {

    private final Label topic = new Label();
    private final Label place = new Label();
    private final HBox parts = new HBox(topic, place);
    private final Tooltip whole = new Tooltip();

    public ReferenceLabel() {
        topic.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        topic.setMinWidth(0);
        place.setMinWidth(USE_PREF_SIZE);
        parts.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(parts);
        setTooltip(whole);
    }

    /** Shows another reference. */
    public void show(PartitionOffset reference) {
        String text = reference.toString();
        String name = reference.partition().topic();
        topic.setText(name);
        place.setText(text.substring(name.length()));
        whole.setText(text);
        setText(text);
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + place.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + topic.prefWidth(-1) + place.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = snappedLeftInset();
        parts.resizeRelocate(left, 0, getWidth() - left - snappedRightInset(), getHeight());
    }
}
