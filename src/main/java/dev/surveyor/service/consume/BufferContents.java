package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.LogEntry;

/**
 * What a buffer holds and has counted: what is kept, which of that is shown, and the sums. Not for use by two threads: the
 * parts of a buffer hold the lock of this object around each call.
 */
final class BufferContents {

    private final KeptEntries kept;
    private final ShownRows shown = new ShownRows();
    private final Tally tally = new Tally();
    private int readings;
    private int clearings;

    BufferContents(BufferLimits limits) {
        this.kept = new KeptEntries(limits);
    }

    KeptEntries kept() {
        return kept;
    }

    ShownRows shown() {
        return shown;
    }

    Tally tally() {
        return tally;
    }

    BufferCounts counts() {
        return tally.counts(kept, shown.records());
    }

    /** Returns all kept entries, oldest first. */
    LogEntry[] entries() {
        return kept.since(kept.first());
    }

    /** Lets the oldest go where a limit is passed. */
    void evict() {
        tally.evicted += kept.evict(shown);
    }

    /** Forgets all records and starts to count from 0. */
    void clear() {
        kept.clear();
        shown.clear();
        tally.clear();
        readings++;
        clearings++;
    }

    /** Does the same, and returns what was there. */
    ClearedRecords take() {
        LogEntry[] entries = entries();
        int records = kept.records();
        Tally sums = tally.copy();
        clear();
        return new ClearedRecords(entries, records, sums, clearings, readings);
    }

    /**
     * Puts records back before those that came since, and counts them again; none of them is shown yet, and where there
     * is no room for all, the oldest are evicted.
     *
     * @return false, with nothing done, where they are back already, or others were cleared since
     */
    boolean putBack(ClearedRecords cleared) {
        if (cleared.clearing() != clearings) {
            return false;
        }
        clearings++;
        kept.prepend(cleared.entries());
        tally.add(cleared.tally());
        evict();
        return true;
    }

    /** Returns whether unreadable records were counted anew since these were cleared, so that their count is of no use. */
    boolean readOtherwise(ClearedRecords cleared) {
        return cleared.reading() != readings;
    }

    /** Begins to count the unreadable records anew, from 0; returns which of all counts this is. */
    int beginReading() {
        tally.decodeErrors = 0;
        return ++readings;
    }

    /** Adds what a count has found, unless another has begun since or all was cleared. */
    void endReading(int reading, int errors) {
        tally.decodeErrors += reading == readings ? errors : 0;
    }
}
