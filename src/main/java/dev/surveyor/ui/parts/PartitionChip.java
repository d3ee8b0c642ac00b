package dev.surveyor.ui.parts;

import javafx.scene.control.Label;

/** The number of a partition on its colour; the number is always there. */
public final class PartitionChip extends Label {

    private final PartitionColour colour = new PartitionColour(this);

    public PartitionChip(int partition) {
        getStyleClass().add("partition-chip");
        setMinWidth(USE_PREF_SIZE);
        setPartition(partition);
    }

    /** Shows another partition; for cells, which are used again. */
    public void setPartition(int partition) {
        setText(Integer.toString(partition));
        setAccessibleText("Partition " + partition);
        colour.show(partition);
    }
}
