package dev.surveyor.ui.records.table;

import javafx.scene.layout.Region;

/**
 * To which of two neighbours their common edge belongs. The toolkit counts it to both, so a click on the first line of
 * pixels of a row met the row above it, or the bare row behind the cells, which selects nothing.
 */
final class RowEdges {

    private RowEdges() {}

    /** Returns whether a point, in the region's own pixels, is in it: the upper and the left edge are, the others not. */
    static boolean inside(Region region, double x, double y) {
        return x >= 0 && y >= 0 && x < region.getWidth() && y < region.getHeight();
    }
}
