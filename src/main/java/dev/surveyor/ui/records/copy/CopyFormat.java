package dev.surveyor.ui.records.copy;

/** The forms in which a record can be copied, in the order of the menu. */
public enum CopyFormat {
    VALUE("Value"),
    KEY("Key"),
    ROW("Row (TSV)"),
    JSON("Record as JSON"),
    HEX("Value as hex"),
    BASE64("Value as Base64"),
    REFERENCE("Reference"),
    KCAT("kcat command"),
    JAVA("Java code"),
    GO("Go code");

    private final String label;

    CopyFormat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns the id of its menu item without the prefix, for instance {@code row}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
