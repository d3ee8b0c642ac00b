package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.BufferLimits;

/** The running sums of a buffer; shown and kept count records, not gaps. Not for use by two threads. */
final class Tally {
    long received;
    long receivedBytes;
    long shown;
    long skipped;
    long evicted;
    long decodeErrors;
    long late;
    int kept;
    long keptBytes;

    /** Starts from 0, but for the late records: those belong to no table. */
    void clear() {
        received = 0;
        receivedBytes = 0;
        shown = 0;
        skipped = 0;
        evicted = 0;
        decodeErrors = 0;
        kept = 0;
        keptBytes = 0;
    }

    BufferCounts counts(BufferLimits limits) {
        double byRecords = (double) kept / limits.records();
        double byBytes = (double) keptBytes / limits.bytes();
        return new BufferCounts(
                received,
                receivedBytes,
                shown,
                kept - shown + skipped,
                skipped,
                evicted,
                decodeErrors,
                late,
                kept,
                keptBytes,
                Math.min(1, Math.max(byRecords, byBytes)));
    }
}
