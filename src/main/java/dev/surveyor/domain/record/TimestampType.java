package dev.surveyor.domain.record;

/** Who set a record's timestamp, by the names that Kafka prints. */
public enum TimestampType {
    CREATE_TIME("CreateTime"),
    LOG_APPEND_TIME("LogAppendTime"),
    NOT_AVAILABLE("NotAvailable");

    private final String text;

    TimestampType(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
