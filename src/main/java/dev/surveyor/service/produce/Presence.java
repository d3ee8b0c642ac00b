package dev.surveyor.service.produce;

/** Null, no bytes and bytes are three different things to send. */
public enum Presence {
    NULL("null", "\u2205"),
    EMPTY("empty", "\"\""),
    VALUE("value", "");

    private final String words;
    private final String sign;

    Presence(String words, String sign) {
        this.words = words;
        this.sign = sign;
    }

    /** Returns the sign in front of the words; empty for none. */
    public String sign() {
        return sign;
    }

    @Override
    public String toString() {
        return words;
    }
}
