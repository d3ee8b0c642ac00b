package dev.surveyor.ui.groups;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.parts.PartitionColour;
import dev.surveyor.ui.parts.StyledShape;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A bar in the colour of a partition, with its number at the left; a sampled one is pale and has a broken edge. */
final class SpanBar extends StackPane {

    private static final double LEAST_FOR_TEXT = 24;

    private final StyledShape fill = new StyledShape("group-bar-fill");
    private final Label number = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final PartitionColour colour = new PartitionColour(this);

    SpanBar() {
        getStyleClass().add("group-bar");
        number.getStyleClass().add("group-bar-number");
        number.setMaxWidth(Double.MAX_VALUE);
        number.setMinHeight(Region.USE_PREF_SIZE);
        number.setMinWidth(0);
        getChildren().addAll(fill, number);
        Tooltip.install(this, tooltip);
    }

    void show(PartitionId partition, boolean sampled, boolean withTopic, String words, double width) {
        colour.show(partition.partition());
        Styles.set(this, "sampled", sampled);
        Styles.set(number, "sampled", sampled);
        String text = withTopic ? partition.topic() + " P" + partition.partition() : "P" + partition.partition();
        number.setText(width < LEAST_FOR_TEXT ? "" : text);
        tooltip.setText(words);
    }
}
