package dev.surveyor.service.consume;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * The records of one table, between the poll thread that brings them and the screen that shows some of them.
 *
 * <p>All work per record is done by the thread that brings it: filtering, finding gaps, evicting. The screen only
 * copies references at each tick, and gets only rows that are still there: however many came meanwhile, it cannot be
 * overrun. Safe for use by any thread; nobody waits for longer than one batch takes.
 *
 * <p>{@link RecordIntake} takes what comes, {@link FilterExchange} brings another filter into force, and both work on the
 * same {@link BufferContents}, whose lock they share.
 */
public final class RecordBuffer {

    /** Matches everything, without looking at a record. */
    public static final Predicate<ConsumedRecord> ALL = record -> true;

    /** Matches nothing. */
    static final Predicate<ConsumedRecord> NONE = ALL.negate();

    private final Executor background;
    private final DecodeErrors decodeErrors;
    private final BufferContents contents;
    private final FilterExchange filters;
    private final RecordIntake intake;

    /**
     * @param limits how much is kept
     * @param reader says which records cannot be read
     * @param background where kept records are matched against a new filter; may be many threads
     */
    public RecordBuffer(BufferLimits limits, RecordReader reader, Executor background) {
        this.background = background;
        this.decodeErrors = new DecodeErrors(reader);
        this.contents = new BufferContents(limits);
        this.filters = new FilterExchange(contents, background);
        this.intake = new RecordIntake(contents, filters, decodeErrors);
    }

    /**
     * Returns the sink for a new consumer; rows of earlier ones stay, late records of theirs are dropped and counted.
     *
     * @param findGaps whether offsets that are passed over become rows; right only where nobody else moves positions
     */
    public RecordSink open(boolean findGaps) {
        return intake.open(findGaps);
    }

    /** Returns what changed in the shown rows since the last call. For one reader. */
    public BufferChanges takeChanges() {
        synchronized (contents) {
            return contents.shown().take(filters.pending(), contents.counts());
        }
    }

    /** Has all rows told with the next changes to a reader that knows none of them, in the place of the one before. */
    public void tellAnother() {
        synchronized (contents) {
            contents.shown().tellAnother();
        }
    }

    /** Returns whether the newest record there was is here. */
    public boolean caughtUp() {
        return intake.caughtUp();
    }

    /** Returns the counts as they are now. */
    public BufferCounts counts() {
        synchronized (contents) {
            return contents.counts();
        }
    }

    /** Returns all kept records, oldest first, matching or not. */
    public List<ConsumedRecord> records() {
        LogEntry[] entries;
        synchronized (contents) {
            entries = contents.entries();
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
        filters.request(filter, showGaps, skip);
    }

    /**
     * Counts anew, in the background, which of the kept records cannot be read: the reader reads differently now.
     *
     * @return completes when they are counted
     */
    public CompletableFuture<Void> readAgain() {
        List<ConsumedRecord> records;
        int reading;
        synchronized (contents) {
            records = records();
            reading = contents.beginReading();
        }
        return CompletableFuture.runAsync(
                () -> {
                    int errors = decodeErrors.in(records).cardinality();
                    synchronized (contents) {
                        contents.endReading(reading, errors);
                    }
                },
                background);
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
        synchronized (contents) {
            LogEntry entry = contents.shown().get(row, rowGeneration);
            if (entry != null) {
                contents.kept().protect(entry);
            }
            return entry != null;
        }
    }

    /** Lets any row be evicted again. */
    public void unprotect() {
        synchronized (contents) {
            contents.kept().protect(null);
        }
    }

    public BufferLimits limits() {
        synchronized (contents) {
            return contents.kept().limits();
        }
    }

    /** Changes how much is kept; what is over a smaller limit is evicted at once. */
    public void limit(BufferLimits newLimits) {
        synchronized (contents) {
            contents.kept().limit(newLimits);
            contents.evict();
        }
    }

    /** Forgets all records and starts to count from 0. Returns them, for {@link #putBack}. */
    public ClearedRecords clear() {
        synchronized (contents) {
            return contents.take();
        }
    }

    /**
     * Puts records back before those that came since, and counts them again. They are matched in the background and are
     * shown then; where there is no room for all, the oldest are evicted.
     *
     * @return false, with nothing done, where they are back already, or others were cleared or a seek began since
     */
    public boolean putBack(ClearedRecords cleared) {
        boolean readOtherwise;
        synchronized (contents) {
            if (!contents.putBack(cleared)) {
                return false;
            }
            filters.again();
            readOtherwise = contents.readOtherwise(cleared);
        }
        if (readOtherwise) {
            var unused = readAgain();
        }
        return true;
    }

    /** Starts anew after a seek, unless records of that epoch have come already. Records of before are dropped. */
    public void beginEpoch(int epoch) {
        intake.beginEpoch(epoch);
    }
}
