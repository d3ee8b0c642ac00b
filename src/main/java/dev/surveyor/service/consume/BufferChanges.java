package dev.surveyor.service.consume;

import dev.surveyor.domain.record.LogEntry;
import java.util.List;

/**
 * What happened to the shown rows since a reader last asked: first so many left at the head, then these came at the
 * end.
 *
 * @param reset whether the rows were computed anew (filter, clear, seek), so that none of the old ones count
 * @param removed how many of the reader's rows left at the head; all of them after a reset
 * @param appended the new rows, oldest first; not to be changed
 * @param firstRow the number of the first row after the change, for {@link RecordBuffer#protect}
 * @param generation how often the rows were computed anew
 * @param matching whether a new filter is being computed, so that these rows are still the old result
 * @param counts the counts that belong to these rows
 */
public record BufferChanges(
        boolean reset,
        int removed,
        List<LogEntry> appended,
        long firstRow,
        int generation,
        boolean matching,
        BufferCounts counts) {

    /** Returns whether no row came or went. */
    public boolean isEmpty() {
        return !reset && removed == 0 && appended.isEmpty();
    }
}
