package dev.surveyor.service.transaction;

/** What is known of the transaction of a record that a reader of committed records does not get. */
public enum TransactionState {
    ABORTED("of an aborted transaction"),
    /** Not known before the transaction ends: the record is in it, or behind it. */
    OPEN("in or behind an open transaction");

    private final String words;

    TransactionState(String words) {
        this.words = words;
    }

    /** Returns what a record is, as part of a sentence. */
    public String words() {
        return words;
    }
}
