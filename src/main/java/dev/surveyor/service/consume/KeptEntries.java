package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.LogEntry;
import org.jspecify.annotations.Nullable;

/** What a buffer keeps, matching or not: bounded, oldest out first, up to one that is protected. Not for use by two threads. */
final class KeptEntries {

    /** A tenth of the limit goes at once, so that the rows on the screen move seldom. */
    private static final int SLAB_DIVISOR = 10;

    private EntryRing ring = new EntryRing();
    private BufferLimits limits;
    private @Nullable LogEntry anchor;

    KeptEntries(BufferLimits limits) {
        this.limits = limits;
    }

    BufferLimits limits() {
        return limits;
    }

    /** Changes how much is kept; nothing leaves before {@link #evict}. */
    void limit(BufferLimits newLimits) {
        limits = newLimits;
    }

    void add(LogEntry entry) {
        ring.add(entry);
    }

    int records() {
        return ring.records();
    }

    long bytes() {
        return ring.bytes();
    }

    /** Returns how full it is, 0 to 1, by the limit that is nearer. */
    double fill() {
        double byRecords = (double) ring.records() / limits.records();
        double byBytes = (double) ring.bytes() / limits.bytes();
        return Math.min(1, Math.max(byRecords, byBytes));
    }

    /** Returns the number of the oldest entry. */
    long first() {
        return ring.first();
    }

    /** Returns the entries from that number on, which is not below {@link #first()}. */
    LogEntry[] since(long number) {
        return ring.copy(number, ring.end());
    }

    /** Puts entries before all others; those get other numbers. */
    void prepend(LogEntry[] older) {
        EntryRing all = new EntryRing();
        for (LogEntry entry : older) {
            all.add(entry);
        }
        for (LogEntry entry : since(first())) {
            all.add(entry);
        }
        ring = all;
    }

    /** Keeps that entry and all after it; null lets any leave. */
    void protect(@Nullable LogEntry entry) {
        anchor = entry;
    }

    /** Returns whether more may come without passing a limit for good. */
    boolean roomy() {
        boolean within = ring.records() < limits.records() && ring.bytes() < limits.bytes();
        return anchor == null || within || !same(ring.peek(), anchor);
    }

    void clear() {
        ring.clear();
        anchor = null;
    }

    /**
     * Lets the oldest go where a limit is passed.
     *
     * @param shown loses them too
     * @return how many records have gone
     */
    int evict(ShownRows shown) {
        if (ring.records() <= limits.records() && ring.bytes() <= limits.bytes()) {
            return 0;
        }
        int records = limits.records() - limits.records() / SLAB_DIVISOR;
        long bytes = limits.bytes() - limits.bytes() / SLAB_DIVISOR;
        int gone = 0;
        while ((ring.records() > records || ring.bytes() > bytes) && ring.records() > 1) {
            LogEntry oldest = ring.peek();
            if (oldest == null || same(oldest, anchor)) {
                break;
            }
            shown.drop(oldest);
            gone += ring.removeFirst() ? 1 : 0;
        }
        return gone;
    }

    /** Two gaps may be equal and stand at different places, so equality is the wrong question. */
    @SuppressWarnings("ReferenceEquality")
    static boolean same(@Nullable LogEntry one, @Nullable LogEntry other) {
        return one == other;
    }
}
