package dev.surveyor.service.consume;

import dev.surveyor.domain.record.LogEntry;

/**
 * What a buffer held and had counted when it was cleared; kept in memory for as long as it is held. Never changes; safe
 * for use by any thread.
 */
public final class ClearedRecords {

    private final LogEntry[] entries;
    private final int records;
    private final Tally tally;
    private final int clearing;
    private final int reading;

    /**
     * @param entries oldest first
     * @param clearing which of all clearings of the buffer this was
     * @param reading which of all counts of unreadable records is in the tally
     */
    ClearedRecords(LogEntry[] entries, int records, Tally tally, int clearing, int reading) {
        this.entries = entries;
        this.records = records;
        this.tally = tally;
        this.clearing = clearing;
        this.reading = reading;
    }

    /** Returns how many records were kept. */
    public int records() {
        return records;
    }

    LogEntry[] entries() {
        return entries;
    }

    Tally tally() {
        return tally;
    }

    int clearing() {
        return clearing;
    }

    int reading() {
        return reading;
    }
}
