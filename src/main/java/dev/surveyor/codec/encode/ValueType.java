package dev.surveyor.codec.encode;

/** How a typed text becomes bytes. Numbers go out as Kafka's own serializers write them: highest byte first. */
public enum ValueType {
    STRING("String", "any text; it is sent as UTF-8"),
    JSON("JSON", "one JSON document; it is checked and sent as typed"),
    INT8("Int8", "a whole number from -128 to 127"),
    INT16("Int16", "a whole number from -32768 to 32767"),
    INT32("Int32", "a whole number from -2147483648 to 2147483647"),
    INT64("Int64", "a whole number from -9223372036854775808 to 9223372036854775807"),
    FLOAT("Float", "a number such as -1.5 or 2e10, NaN, Infinity or -Infinity"),
    DOUBLE("Double", "a number such as -1.5 or 2e10, NaN, Infinity or -Infinity"),
    UUID("UUID", "a UUID such as 123e4567-e89b-12d3-a456-426614174000; it is sent as 16 bytes"),
    HEX("Hex", "pairs of the digits 0-9 and A-F; spaces, line breaks and colons between them are passed over"),
    BASE64("Base64", "Base64, standard or URL alphabet, with or without padding; white space is passed over"),
    NULL("null", "nothing; no bytes are sent, which deletes the key on a compacted topic"),
    EMPTY("empty", "nothing; zero bytes are sent");

    private final String label;
    private final String allowed;

    ValueType(String label, String allowed) {
        this.label = label;
        this.allowed = allowed;
    }

    /** Returns the words that say what may be typed. */
    public String allowed() {
        return allowed;
    }

    /** Returns whether the text counts at all; it does not for null and empty. */
    public boolean takesText() {
        return this != NULL && this != EMPTY;
    }

    @Override
    public String toString() {
        return label;
    }
}
