package dev.surveyor.service.consume;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
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

    /** A tenth of the limit goes at once, so that the rows on the screen move seldom. */
    private static final int SLAB_DIVISOR = 10;
    /** So many records are matched against a new filter under the lock, to catch up with those that come meanwhile. */
    private static final int CATCH_UP = 2_000;

    private final Object lock = new Object();
    private final Executor background;
    private final DecodeErrors decodeErrors;
    private final EntryRing kept = new EntryRing();
    private final Tally tally = new Tally();

    private EntryRing shown = new EntryRing();
    private BufferLimits limits;
    private Matching matching = new Matching(ALL, true, NONE, 0);
    private int requestedVersion;
    private int readVersion;
    private volatile boolean caughtUp;
    private int session;
    private int seekEpoch;
    private @Nullable LogEntry anchor;

    private int generation;
    private boolean resetPending;
    private long takenFirst;
    private long takenEnd;

    /**
     * @param limits how much is kept
     * @param reader says which records cannot be read
     * @param background where kept records are matched against a new filter; may be many threads
     */
    public RecordBuffer(BufferLimits limits, RecordReader reader, Executor background) {
        this.limits = limits;
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
            boolean reset = resetPending;
            long first = shown.first();
            long end = shown.end();
            int removed = (int) (reset ? takenEnd - takenFirst : Math.min(first, takenEnd) - takenFirst);
            LogEntry[] appended = shown.copy(reset ? first : Math.max(takenEnd, first), end);
            resetPending = false;
            takenFirst = first;
            takenEnd = end;
            List<LogEntry> rows = Collections.unmodifiableList(Arrays.asList(appended));
            boolean matchingAnew = requestedVersion != matching.version();
            return new BufferChanges(reset, removed, rows, first, generation, matchingAnew, tally.counts(limits));
        }
    }

    /** Has all rows told with the next changes to a reader that knows none of them, in the place of the one before. */
    public void tellAnother() {
        synchronized (lock) {
            takenFirst = takenEnd;
            markReset();
        }
    }

    /** Returns whether the newest record there was is here. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** Returns the counts as they are now. */
    public BufferCounts counts() {
        synchronized (lock) {
            return tally.counts(limits);
        }
    }

    /** Returns all kept records, oldest first, matching or not. */
    public List<ConsumedRecord> records() {
        LogEntry[] entries;
        synchronized (lock) {
            entries = kept.copy(kept.first(), kept.end());
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
            requestedVersion++;
            wanted = new Matching(filter, showGaps, skip, requestedVersion);
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
            LogEntry entry = rowGeneration == generation ? shown.get(row) : null;
            if (entry != null) {
                anchor = entry;
            }
            return entry != null;
        }
    }

    /** Lets any row be evicted again. */
    public void unprotect() {
        synchronized (lock) {
            anchor = null;
        }
    }

    public BufferLimits limits() {
        synchronized (lock) {
            return limits;
        }
    }

    /** Changes how much is kept; what is over a smaller limit is evicted at once. */
    public void limit(BufferLimits newLimits) {
        synchronized (lock) {
            limits = newLimits;
            evictOver();
        }
    }

    /** Forgets all records and starts to count from 0. */
    public void clear() {
        synchronized (lock) {
            clearLocked();
        }
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
        anchor = null;
        markReset();
    }

    private void markReset() {
        generation++;
        resetPending = true;
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
            evictOver();
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
        tally.kept++;
        tally.keptBytes += record.data().length;
        if (match) {
            if (gap != null && matching.showGaps()) {
                shown.add(gap);
            }
            shown.add(record);
            tally.shown++;
        }
    }

    private void evictOver() {
        if (tally.kept <= limits.records() && tally.keptBytes <= limits.bytes()) {
            return;
        }
        int records = limits.records() - limits.records() / SLAB_DIVISOR;
        long bytes = limits.bytes() - limits.bytes() / SLAB_DIVISOR;
        while ((tally.kept > records || tally.keptBytes > bytes) && tally.kept > 1 && evictFirst()) {}
    }

    private boolean evictFirst() {
        LogEntry oldest = kept.peek();
        if (oldest == null || same(oldest, anchor)) {
            return false;
        }
        kept.removeFirst();
        boolean wasShown = same(shown.peek(), oldest);
        if (wasShown) {
            shown.removeFirst();
        }
        if (oldest instanceof ConsumedRecord record) {
            tally.kept--;
            tally.keptBytes -= record.data().length;
            tally.evicted++;
            tally.shown -= wasShown ? 1 : 0;
        }
        return true;
    }

    /** Two gaps may be equal and stand at different places, so equality is the wrong question. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@Nullable LogEntry one, @Nullable LogEntry other) {
        return one == other;
    }

    private boolean roomy() {
        synchronized (lock) {
            if (anchor == null || (tally.kept < limits.records() && tally.keptBytes < limits.bytes())) {
                return true;
            }
            return !same(kept.peek(), anchor);
        }
    }

    private void exchange(Matching wanted) {
        MatchedRows rows = new MatchedRows();
        LogEntry[] entries;
        long from;
        synchronized (lock) {
            from = kept.first();
            entries = kept.copy(from, kept.end());
        }
        while (true) {
            rows.collect(wanted, entries, from);
            synchronized (lock) {
                if (wanted.version() != requestedVersion) {
                    return;
                }
                from = Math.max(from + entries.length, kept.first());
                entries = kept.copy(from, kept.end());
                if (entries.length <= CATCH_UP) {
                    rows.collect(wanted, entries, from);
                    install(wanted, rows);
                    return;
                }
            }
        }
    }

    private void install(Matching wanted, MatchedRows rows) {
        shown = rows.since(kept.first());
        matching = wanted;
        tally.shown = 0;
        for (long number = shown.first(); number < shown.end(); number++) {
            tally.shown += shown.get(number) instanceof ConsumedRecord ? 1 : 0;
        }
        markReset();
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
            return roomy();
        }

        @Override
        public void deletedBefore(PartitionId partition, long offset) {
            if (gaps != null) {
                gaps.deletedBefore(partition, offset);
            }
        }
    }
}
