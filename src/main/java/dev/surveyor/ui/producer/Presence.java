package dev.surveyor.ui.producer;

/** Null, no bytes and bytes are three different things to send. */
enum Presence {
    NULL("\u2205 null"),
    EMPTY("\"\" empty"),
    VALUE("value");

    private final String words;

    Presence(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
