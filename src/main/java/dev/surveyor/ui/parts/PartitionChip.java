package dev.surveyor.ui.parts;

import javafx.scene.control.Label;

/**
 * The number of a partition on its colour. There are twelve colours; from partition 12 on they begin again with a
 * stripe, and the number is always there.
 */
public final class PartitionChip extends Label {

    private static final int COLOURS = 12;

    private String colour = "";

    public PartitionChip(int partition) {
        getStyleClass().add("partition-chip");
        setMinWidth(USE_PREF_SIZE);
        setPartition(partition);
    }

    /** Shows another partition; for cells, which are used again. */
    public void setPartition(int partition) {
        setText(Integer.toString(partition));
        setAccessibleText("Partition " + partition);
        getStyleClass().removeAll(colour, "striped");
        colour = "p" + colourOf(partition);
        getStyleClass().add(colour);
        if (partition >= COLOURS) {
            getStyleClass().add("striped");
        }
    }

    /** Returns the number n of the tokens {@code -sv-pn} and {@code -sv-pn-ink} for the partition. */
    public static int colourOf(int partition) {
        return Math.floorMod(partition, COLOURS);
    }
}
