package dev.surveyor.kafka.consume;

import java.util.Arrays;

/**
 * Finds the offset from which on a partition holds so many records, though any number of its offsets may hold none. Reads
 * pieces of the log from the end to the front: a piece without enough records is followed by a larger one before it, a
 * piece that turns out to hold far more than enough is left early for one that is half as far from the end. So the work
 * grows with the records that are wanted, and hardly with the offsets between them. Not for use by two threads.
 */
final class BackwardProbe {

    private static final long FIRST_STEP_BACK = 1_000;
    private static final int GROWTH = 4;

    private final long end;
    private final int wanted;
    private final int plenty;
    private long begin;

    /** From here to the end the records are counted. */
    private long bound;

    private long counted;

    /** The piece that is being read begins here and ends at the bound. */
    private long from;

    private long lowest;
    private long span;
    private long[] offsets = new long[256];
    private int found;
    private long start;
    private boolean done;

    /**
     * @param begin the first offset that is kept
     * @param end the offset after the last one
     * @param wanted how many records, at least 1
     */
    BackwardProbe(long begin, long end, int wanted) {
        this.begin = begin;
        this.end = Math.max(begin, end);
        this.wanted = wanted;
        this.plenty = (int) Math.min(Integer.MAX_VALUE / 2, 2L * wanted + FIRST_STEP_BACK);
        this.bound = this.end;
        this.span = wanted;
        this.from = Math.max(begin, this.end - span);
        this.lowest = from;
        if (begin >= end) {
            finish(begin);
        }
    }

    /** Returns the offset at which to read. */
    long from() {
        return from;
    }

    boolean done() {
        return done;
    }

    /** Returns whether nothing but the last offsets was read yet, as many as records are wanted. */
    boolean first() {
        return bound == end;
    }

    /** Returns how many offsets it has gone back from the end. */
    long wentBack() {
        return end - lowest;
    }

    /** Returns the offset of the first of the wanted records; the beginning where there are fewer. */
    long start() {
        return start;
    }

    /** Returns whether the records from {@link #start} to the end are counted. */
    boolean known() {
        return done && (counted == wanted || start == bound);
    }

    /** Returns how many records there are known to be from {@link #start} to the end. */
    long records() {
        return counted;
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }

    /** Returns whether every offset of the piece up to this one holds a record, as far as was read. */
    boolean dense(long position) {
        return found >= position - from;
    }

    /** Takes the offset of a record; those of a piece come in their order. */
    void record(long offset) {
        if (done || offset < from || offset >= bound) {
            return;
        }
        if (found == offsets.length) {
            offsets = Arrays.copyOf(offsets, found * 2);
        }
        offsets[found++] = offset;
    }

    /**
     * Takes how far the piece was read.
     *
     * @return whether reading goes on at another place, {@link #from}
     */
    boolean readTo(long position) {
        if (done) {
            return false;
        }
        if (position >= bound) {
            return count();
        }
        if (found > plenty && bound - position > plenty) {
            span = (bound - position) / 2;
            return goTo(bound - span);
        }
        return false;
    }

    private boolean count() {
        if (counted + found >= wanted) {
            long first = offsets[(int) (found - (wanted - counted))];
            counted = wanted;
            finish(first);
            return false;
        }
        counted += found;
        bound = from;
        if (bound <= begin) {
            finish(begin);
            return false;
        }
        span = Math.max(FIRST_STEP_BACK, span) * GROWTH;
        return goTo(bound - span);
    }

    /**
     * Takes that offsets before this one are not kept any more.
     *
     * @return whether reading goes on at another place, {@link #from}
     */
    boolean keptFrom(long newBegin) {
        begin = Math.max(begin, newBegin);
        if (done || from >= begin) {
            return false;
        }
        if (begin >= bound) {
            finish(begin);
            return false;
        }
        return goTo(begin);
    }

    /** Ends with what was found. Where not even the last offsets could be read to the end, nobody knows how many that is. */
    void giveUp() {
        if (!done) {
            finish(first() ? from : bound);
        }
    }

    private boolean goTo(long offset) {
        from = Math.max(begin, offset);
        lowest = Math.min(lowest, from);
        found = 0;
        return true;
    }

    private void finish(long offset) {
        start = offset;
        done = true;
    }
}
