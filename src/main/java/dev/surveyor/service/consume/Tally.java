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
