package dev.surveyor.service.consume;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one table, between the poll thread that brings them and the screen that shows some of them.
 *
 * <p>All work per record is done by the thread that brings it: filtering, finding gaps, evicting. The screen only
 * copies references at each tick, and gets only rows that are still there: however many came meanwhile, it cannot be
 * overrun. Safe for use by any thread; nobody waits for longer than one batch takes.
 */
public final class RecordBuffer {

    /** Matches everything, without looking at a record. */
    public static final Predicate<ConsumedRecord> ALL = record -> true;

    private static final Predicate<ConsumedRecord> NONE = ALL.negate();

    /** So many records are matched against a new filter under the lock, to catch up with those that come meanwhile. */
    private static final int CATCH_UP = 2_000;

    private final Object lock = new Object();
    private final Executor background;
    private final DecodeErrors decodeErrors;
    private final KeptEntries kept;
    private final ShownRows shown = new ShownRows();
    private final Tally tally = new Tally();

    private Matching matching = new Matching(ALL, true, NONE, 0);
    /** The one in force soon: kept records are being matched against it, unless it is in force already. */
    private Matching requested = matching;

    private int readVersion;
    private int clearings;
    private volatile boolean caughtUp;
    private int session;
    private int seekEpoch;

    /**
     * @param limits how much is kept
     * @param reader says which records cannot be read
     * @param background where kept records are matched against a new filter; may be many threads
     */
    public RecordBuffer(BufferLimits limits, RecordReader reader, Executor background) {
        this.kept = new KeptEntries(limits);
        this.decodeErrors = new DecodeErrors(reader);
        this.background = background;
    }

    /**
     * Returns the sink for a new consumer; rows of earlier ones stay, late records of theirs are dropped and counted.
     *
     * @param findGaps whether offsets that are passed over become rows; right only where nobody else moves positions
     */
    public RecordSink open(boolean findGaps) {
        synchronized (lock) {
            session++;
            seekEpoch = 0;
            return new Sink(session, findGaps ? new GapFinder() : null);
        }
    }

    /** Returns what changed in the shown rows since the last call. For one reader. */
    public BufferChanges takeChanges() {
        synchronized (lock) {
            return shown.take(requested.version() != matching.version(), countsLocked());
        }
    }

    /** Has all rows told with the next changes to a reader that knows none of them, in the place of the one before. */
    public void tellAnother() {
        synchronized (lock) {
            shown.tellAnother();
        }
    }

    /** Returns whether the newest record there was is here. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** Returns the counts as they are now. */
    public BufferCounts counts() {
        synchronized (lock) {
            return countsLocked();
        }
    }

    private BufferCounts countsLocked() {
        return tally.counts(kept, shown.records());
    }

    /** Returns all kept records, oldest first, matching or not. */
    public List<ConsumedRecord> records() {
        LogEntry[] entries;
        synchronized (lock) {
            entries = kept.since(kept.first());
        }
        return Arrays.stream(entries)
                .filter(ConsumedRecord.class::isInstance)
                .map(ConsumedRecord.class::cast)
                .toList();
    }

    /**
     * Shows only records that match, from a later moment on: kept ones are matched in the background while the old
     * result stays, then the rows are exchanged at once.
     *
     * @param filter called by several threads
     * @param showGaps whether gaps before a matching record are rows
     * @param skip whether records that do not match from now on are not kept at all
     */
    public void show(Predicate<ConsumedRecord> filter, boolean showGaps, boolean skip) {
        show(filter, showGaps, skip ? ALL : NONE);
    }

    /**
     * Does the same, and throws away only some of the records that do not match.
     *
     * @param skip which of those from now on are not kept at all
     */
    public void show(Predicate<ConsumedRecord> filter, boolean showGaps, Predicate<ConsumedRecord> skip) {
        Matching wanted;
        synchronized (lock) {
            wanted = new Matching(filter, showGaps, skip, requested.version() + 1);
            requested = wanted;
        }
        background.execute(() -> exchange(wanted));
    }

    /** Counts anew, in the background, which of the kept records cannot be read: the reader reads differently now. */
    public void readAgain() {
        List<ConsumedRecord> records;
        int version;
        synchronized (lock) {
            records = records();
            version = ++readVersion;
            tally.decodeErrors = 0;
        }
        background.execute(() -> {
            int errors = decodeErrors.in(records).cardinality();
            synchronized (lock) {
                tally.decodeErrors += version == readVersion ? errors : 0;
            }
        });
    }

    /**
     * Keeps a row and all after it from being evicted; while that is not possible without passing the limits, there is
     * no room. Replaces the protection of another row.
     *
     * @param row a row's number, counted from {@link BufferChanges#firstRow()}
     * @param rowGeneration the generation that the number belongs to
     * @return whether the row is protected; false where it has gone already
     */
    public boolean protect(long row, int rowGeneration) {
        synchronized (lock) {
            LogEntry entry = shown.get(row, rowGeneration);
            if (entry != null) {
                kept.protect(entry);
            }
            return entry != null;
        }
    }

    /** Lets any row be evicted again. */
    public void unprotect() {
        synchronized (lock) {
            kept.protect(null);
        }
    }

    public BufferLimits limits() {
        synchronized (lock) {
            return kept.limits();
        }
    }

    /** Changes how much is kept; what is over a smaller limit is evicted at once. */
    public void limit(BufferLimits newLimits) {
        synchronized (lock) {
            kept.limit(newLimits);
            evict();
        }
    }

    /** Forgets all records and starts to count from 0. Returns them, for {@link #putBack}. */
    public ClearedRecords clear() {
        synchronized (lock) {
            LogEntry[] entries = kept.since(kept.first());
            int records = kept.records();
            Tally sums = tally.copy();
            clearLocked();
            return new ClearedRecords(entries, records, sums, clearings, readVersion);
        }
    }

    /**
     * Puts records back before those that came since, and counts them again. They are matched in the background and are
     * shown then; where there is no room for all, the oldest are evicted.
     *
     * @return false, with nothing done, where they are back already, or others were cleared or a seek began since
     */
    public boolean putBack(ClearedRecords cleared) {
        Matching wanted;
        boolean readOtherwise;
        synchronized (lock) {
            if (cleared.clearing() != clearings) {
                return false;
            }
            clearings++;
            kept.prepend(cleared.entries());
            tally.add(cleared.tally());
            evict();
            wanted = requested.again();
            requested = wanted;
            readOtherwise = cleared.reading() != readVersion;
        }
        background.execute(() -> exchange(wanted));
        if (readOtherwise) {
            readAgain();
        }
        return true;
    }

    /** Starts anew after a seek, unless records of that epoch have come already. Records of before are dropped. */
    public void beginEpoch(int epoch) {
        synchronized (lock) {
            if (epoch > seekEpoch) {
                seekEpoch = epoch;
                clearLocked();
            }
        }
    }

    private void clearLocked() {
        kept.clear();
        shown.clear();
        tally.clear();
        readVersion++;
        clearings++;
    }

    private void accept(int sinkSession, @Nullable GapFinder gaps, List<ConsumedRecord> batch) {
        if (batch.isEmpty()) {
            return;
        }
        synchronized (lock) {
            if (sinkSession != session) {
                tally.late += batch.size();
                return;
            }
        }
        BitSet broken = decodeErrors.in(batch);
        Matching used;
        BitSet matches;
        do {
            synchronized (lock) {
                used = matching;
            }
            matches = used.matches(batch);
        } while (!append(used, matches, broken, sinkSession, gaps, batch));
    }

    /** Returns false, having done nothing, where another filter has come into force meanwhile. */
    private boolean append(
            Matching used,
            BitSet matches,
            BitSet broken,
            int sinkSession,
            @Nullable GapFinder gaps,
            List<ConsumedRecord> batch) {
        synchronized (lock) {
            if (used.version() != matching.version()) {
                return false;
            }
            if (sinkSession != session) {
                tally.late += batch.size();
                return true;
            }
            for (int i = 0; i < batch.size(); i++) {
                appendOne(batch.get(i), matches.get(i), broken.get(i), gaps);
            }
            evict();
            return true;
        }
    }

    private void appendOne(ConsumedRecord record, boolean match, boolean decodeError, @Nullable GapFinder gaps) {
        if (record.seekEpoch() != seekEpoch) {
            if (record.seekEpoch() < seekEpoch) {
                tally.late++;
                return;
            }
            seekEpoch = record.seekEpoch();
            clearLocked();
        }
        OffsetGap gap = gaps == null ? null : gaps.before(record);
        tally.received++;
        tally.receivedBytes += record.data().length;
        tally.decodeErrors += decodeError ? 1 : 0;
        if (!match && matching.skip().test(record)) {
            tally.skipped++;
            return;
        }
        if (gap != null) {
            kept.add(gap);
        }
        kept.add(record);
        if (match) {
            if (gap != null && matching.showGaps()) {
                shown.add(gap);
            }
            shown.add(record);
        }
    }

    private void evict() {
        tally.evicted += kept.evict(shown);
    }

    private void exchange(Matching wanted) {
        MatchedRows rows = new MatchedRows();
        LogEntry[] entries;
        long from;
        synchronized (lock) {
            from = kept.first();
            entries = kept.since(from);
        }
        while (true) {
            rows.collect(wanted, entries, from);
            synchronized (lock) {
                if (wanted.version() != requested.version()) {
                    return;
                }
                from = Math.max(from + entries.length, kept.first());
                entries = kept.since(from);
                if (entries.length <= CATCH_UP) {
                    rows.collect(wanted, entries, from);
                    install(wanted, rows);
                    return;
                }
            }
        }
    }

    private void install(Matching wanted, MatchedRows rows) {
        shown.exchange(rows.since(kept.first()));
        matching = wanted;
    }

    /** What this buffer hands to one consumer. */
    private final class Sink implements RecordSink {
        private final int ownSession;
        private final @Nullable GapFinder gaps;

        private Sink(int ownSession, @Nullable GapFinder gaps) {
            this.ownSession = ownSession;
            this.gaps = gaps;
        }

        @Override
        public void accept(List<ConsumedRecord> batch) {
            caughtUp = false;
            RecordBuffer.this.accept(ownSession, gaps, batch);
        }

        @Override
        public void caughtUp() {
            caughtUp = true;
        }

        @Override
        public boolean hasRoom() {
            synchronized (lock) {
                return kept.roomy();
            }
        }

        @Override
        public void deletedBefore(PartitionId partition, long offset) {
            if (gaps != null) {
                gaps.deletedBefore(partition, offset);
            }
        }
    }
}
