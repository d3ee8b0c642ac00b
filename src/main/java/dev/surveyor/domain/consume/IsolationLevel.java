package dev.surveyor.domain.consume;

/** Which records of transactions a consumer is given, by the values of {@code isolation.level}. */
public enum IsolationLevel {
    READ_UNCOMMITTED("read_uncommitted"),
    READ_COMMITTED("read_committed");

    private final String text;

    IsolationLevel(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
