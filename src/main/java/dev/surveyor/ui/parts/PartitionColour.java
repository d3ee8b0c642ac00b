package dev.surveyor.ui.parts;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * The colour of a partition on a node. There are twelve; from partition 12 on they begin again, with a stripe where there
 * is room for one. The style sheet may use {@code -sv-partition}, and {@code -sv-partition-ink} for what is readable on
 * it. A colour is a pseudo-class, because a new style class would make the toolkit match all rules again, for each row
 * that scrolls by.
 */
public final class PartitionColour {

    private static final int COLOURS = 12;
    private static final PseudoClass[] SHOWN = new PseudoClass[COLOURS];
    private static final PseudoClass STRIPED = PseudoClass.getPseudoClass("striped");

    static {
        for (int i = 0; i < COLOURS; i++) {
            SHOWN[i] = PseudoClass.getPseudoClass("p" + i);
        }
    }

    private final Node node;
    private int colour = -1;

    /** Prepares the node, which has no colour yet. */
    public PartitionColour(Node node) {
        this.node = node;
        node.getStyleClass().add("in-partition");
    }

    /** Gives the node the colour of another partition; for cells, which are used again. */
    public void show(int partition) {
        int wanted = Math.floorMod(partition, COLOURS);
        if (wanted != colour) {
            if (colour >= 0) {
                node.pseudoClassStateChanged(SHOWN[colour], false);
            }
            node.pseudoClassStateChanged(SHOWN[wanted], true);
            colour = wanted;
        }
        node.pseudoClassStateChanged(STRIPED, partition >= COLOURS);
    }
}
