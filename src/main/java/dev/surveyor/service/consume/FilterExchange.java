package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Which filter is in force, and how another comes into force: kept records are matched in the background while the old
 * result stays, then the rows are exchanged at once. The last wish counts. Safe for use by any thread.
 */
final class FilterExchange {

    /** So many records are matched against a new filter under the lock, to catch up with those that come meanwhile. */
    private static final int CATCH_UP = 2_000;

    private final BufferContents contents;
    private final Executor background;
    private Matching inForce = new Matching(RecordBuffer.ALL, true, RecordBuffer.NONE, 0);

    /** The one in force soon: kept records are being matched against it, unless it is in force already. */
    private Matching requested = inForce;

    /**
     * @param contents guarded by its own lock
     * @param background may be many threads
     */
    FilterExchange(BufferContents contents, Executor background) {
        this.contents = contents;
        this.background = background;
    }

    /** Returns the filter by which the rows are shown; to be called with the lock of the contents. */
    Matching inForce() {
        return inForce;
    }

    /** Returns whether another one is on its way; to be called with the lock of the contents. */
    boolean pending() {
        return requested.version() != inForce.version();
    }

    /** Brings another filter into force. */
    void request(Predicate<ConsumedRecord> filter, boolean showGaps, Predicate<ConsumedRecord> skip) {
        Matching wanted;
        synchronized (contents) {
            wanted = new Matching(filter, showGaps, skip, requested.version() + 1);
            requested = wanted;
        }
        background.execute(() -> exchange(wanted));
    }

    /**
     * Matches all anew, and gives up on what is being matched: the kept records are others now, or have other numbers. To
     * be called with the lock of the contents, together with what made them so.
     */
    void again() {
        Matching wanted = requested.again();
        requested = wanted;
        background.execute(() -> exchange(wanted));
    }

    private void exchange(Matching wanted) {
        MatchedRows rows = new MatchedRows();
        LogEntry[] entries;
        long from;
        synchronized (contents) {
            from = contents.kept().first();
            entries = contents.kept().since(from);
        }
        while (true) {
            rows.collect(wanted, entries, from);
            synchronized (contents) {
                if (wanted.version() != requested.version()) {
                    return;
                }
                from = Math.max(from + entries.length, contents.kept().first());
                entries = contents.kept().since(from);
                if (entries.length <= CATCH_UP) {
                    rows.collect(wanted, entries, from);
                    contents.shown().exchange(rows.since(contents.kept().first()));
                    inForce = wanted;
                    return;
                }
            }
        }
    }
}
