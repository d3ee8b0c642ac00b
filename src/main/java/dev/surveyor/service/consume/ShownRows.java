package dev.surveyor.service.consume;

import dev.surveyor.domain.record.LogEntry;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that match, and which of them the reader knows already. Not for use by two threads. */
final class ShownRows {

    private EntryRing ring = new EntryRing();
    private int generation;
    private boolean resetPending;
    private long takenFirst;
    private long takenEnd;

    void add(LogEntry row) {
        ring.add(row);
    }

    int records() {
        return ring.records();
    }

    /** Lets go of the oldest row if it is that entry. */
    void drop(LogEntry entry) {
        if (KeptEntries.same(ring.peek(), entry)) {
            boolean unused = ring.removeFirst();
        }
    }

    /** Returns the row of that number, null where it has gone or the numbers are those of other rows. */
    @Nullable
    LogEntry get(long row, int rowGeneration) {
        return rowGeneration == generation ? ring.get(row) : null;
    }

    void clear() {
        ring.clear();
        reset();
    }

    /** Puts other rows in the place of all. */
    void exchange(EntryRing rows) {
        ring = rows;
        reset();
    }

    /** Has all rows told with the next changes to a reader that knows none of them. */
    void tellAnother() {
        takenFirst = takenEnd;
        reset();
    }

    private void reset() {
        generation++;
        resetPending = true;
    }

    /**
     * Returns what changed since the last call.
     *
     * @param matchingAnew whether other rows are being computed
     */
    BufferChanges take(boolean matchingAnew, BufferCounts counts) {
        boolean reset = resetPending;
        long first = ring.first();
        long end = ring.end();
        int removed = (int) (reset ? takenEnd - takenFirst : Math.min(first, takenEnd) - takenFirst);
        LogEntry[] appended = ring.copy(reset ? first : Math.max(takenEnd, first), end);
        resetPending = false;
        takenFirst = first;
        takenEnd = end;
        List<LogEntry> rows = Collections.unmodifiableList(Arrays.asList(appended));
        return new BufferChanges(reset, removed, rows, first, generation, matchingAnew, counts);
    }
}
