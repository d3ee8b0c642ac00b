package dev.surveyor.service.copy;

/** The forms in which records can be copied, in the order of the menu. */
public enum CopyFormat {
    VALUE("Value"),
    KEY("Key"),
    ROW("Row (TSV)"),
    JSON("JSON record"),
    HEX("Hex of the value"),
    BASE64("Base64 of the value"),
    REFERENCE("Reference"),
    KCAT("kcat command that sends it"),
    KCAT_READ("kcat command that reads it"),
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
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
