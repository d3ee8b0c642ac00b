package dev.surveyor.ui.records.inspector;

/** How the inspector shows a key or value. */
enum PayloadFormat {
    AUTO("Auto"),
    JSON("JSON"),
    TEXT("Text"),
    HEX("Hex"),
    BASE64("Base64");

    private final String label;

    PayloadFormat(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
