package dev.surveyor.service.transfer;

/** How far an export or an import is, and the wish to end it. Safe for use by any thread. */
public final class TransferControl {

    private volatile boolean cancelled;
    private volatile double share = -1;
    private volatile long records;
    private volatile long bytes;

    /** Ends it soon. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** Returns how much is done, from 0 to 1, -1 where that is not known. */
    public double share() {
        return share;
    }

    public long records() {
        return records;
    }

    /** Returns how many bytes have been written or read. */
    public long bytes() {
        return bytes;
    }

    void at(double newShare, long newRecords, long newBytes) {
        share = newShare;
        records = newRecords;
        bytes = newBytes;
    }
}
