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
     * Adds the entries that match; gaps together with the record after them, and all of them where all matches.
     *
     * @param from the number of the first entry
     */
    void collect(Matching matching, LogEntry[] entries, long from) {
        int gaps = 0;
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] instanceof OffsetGap) {
                gaps++;
                continue;
            }
            boolean matches = entries[i] instanceof ConsumedRecord record && matching.matches(record);
            addGaps(matching, entries, from, i - gaps, i, matches);
            gaps = 0;
            if (matches) {
                add(entries[i], from + i);
            }
        }
        addGaps(matching, entries, from, entries.length - gaps, entries.length, false);
    }

    /** A gap that ends where the next record begins belongs to that record; others stand behind what was read before. */
    private void addGaps(Matching matching, LogEntry[] entries, long from, int first, int end, boolean matches) {
        if (!matching.showGaps()) {
            return;
        }
        for (int i = first; i < end; i++) {
            if (matching.all() || (matches && belongs((OffsetGap) entries[i], entries[end]))) {
                add(entries[i], from + i);
            }
        }
    }

    private static boolean belongs(OffsetGap gap, LogEntry record) {
        return gap.partition().equals(record.partition()) && gap.last() < record.offset();
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
