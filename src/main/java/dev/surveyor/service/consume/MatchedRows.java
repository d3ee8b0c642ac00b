package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import java.util.Arrays;

/** Rows being computed for a new filter, with the number of each in the ring of kept entries. */
final class MatchedRows {

    private LogEntry[] rows = new LogEntry[0];
    private long[] numbers = new long[0];
    private int size;

    /**
     * Adds the entries that match, a gap only together with the record after it.
     *
     * @param from the number of the first entry
     */
    void collect(Matching matching, LogEntry[] entries, long from) {
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] instanceof ConsumedRecord record && matching.matches(record)) {
                if (i > 0 && entries[i - 1] instanceof OffsetGap gap && matching.showGaps()) {
                    add(gap, from + i - 1);
                }
                add(record, from + i);
            }
        }
    }

    /** Returns the rows whose number is at least the given one. */
    EntryRing since(long first) {
        EntryRing ring = new EntryRing();
        for (int i = 0; i < size; i++) {
            if (numbers[i] >= first) {
                ring.add(rows[i]);
            }
        }
        return ring;
    }

    private void add(LogEntry row, long number) {
        if (size == rows.length) {
            int capacity = Math.max(1024, size * 2);
            rows = Arrays.copyOf(rows, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
        }
        rows[size] = row;
        numbers[size] = number;
        size++;
    }
}
