package dev.surveyor.service.consume;

/** The running sums of a buffer over records that are not all there any more. Not for use by two threads. */
final class Tally {
    long received;
    long receivedBytes;
    long skipped;
    long evicted;
    long decodeErrors;
    long late;

    /** Starts from 0, but for the late records: those belong to no table. */
    void clear() {
        received = 0;
        receivedBytes = 0;
        skipped = 0;
        evicted = 0;
        decodeErrors = 0;
    }

    /** Returns the sums as they are now, but for the late records. */
    Tally copy() {
        Tally copy = new Tally();
        copy.add(this);
        return copy;
    }

    /** Adds the sums of another tally, but for its late records. */
    void add(Tally other) {
        received += other.received;
        receivedBytes += other.receivedBytes;
        skipped += other.skipped;
        evicted += other.evicted;
        decodeErrors += other.decodeErrors;
    }

    /** Returns the sums, with those of what is kept and how many of the latter are shown. */
    BufferCounts counts(KeptEntries kept, int shown) {
        return new BufferCounts(
                received,
                receivedBytes,
                shown,
                kept.records() - shown + skipped,
                skipped,
                evicted,
                decodeErrors,
                late,
                kept.records(),
                kept.bytes(),
                kept.fill());
    }
}
