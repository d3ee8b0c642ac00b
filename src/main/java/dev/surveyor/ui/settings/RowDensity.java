package dev.surveyor.ui.settings;

/** How high the rows of tables are. */
public enum RowDensity {
    COMPACT("Compact", 22),
    DEFAULT("Default", 26),
    RELAXED("Relaxed", 32);

    private final String label;
    private final double rowHeight;

    RowDensity(String label, double rowHeight) {
        this.label = label;
        this.rowHeight = rowHeight;
    }

    /** Returns the height in pixels. */
    public double rowHeight() {
        return rowHeight;
    }

    @Override
    public String toString() {
        return label;
    }
}
