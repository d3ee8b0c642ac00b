package dev.surveyor.service.inspect;

/** How the inspector shows a key or value. */
public enum PayloadFormat {
    AUTO("Auto"),
    JSON("JSON"),
    TEXT("Text"),
    HEX("Hex"),
    BASE64("Base64");

    private final String label;

    PayloadFormat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
