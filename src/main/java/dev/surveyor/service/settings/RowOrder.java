package dev.surveyor.service.settings;

/** At which side of a live table new records come. */
public enum RowOrder {
    OLDEST_FIRST("Newest last"),
    NEWEST_FIRST("Newest first");

    private final String label;

    RowOrder(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
