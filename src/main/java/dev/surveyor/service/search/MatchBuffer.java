package dev.surveyor.service.search;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The matches on their way from the readers to the window: in batches, and never more in all than the limit allows.
 * Safe for use by any thread.
 */
public final class MatchBuffer {

    private final SearchLimit limit;
    private List<ConsumedRecord> waiting = new ArrayList<>();
    private long kept;
    private long keptBytes;

    public MatchBuffer(SearchLimit limit) {
        this.limit = limit;
    }

    /** Keeps the match; returns false, and keeps it not, where the limit is reached. */
    public synchronized boolean add(ConsumedRecord match) {
        if (isFull()) {
            return false;
        }
        waiting.add(match);
        kept++;
        keptBytes += match.sizeInBytes();
        return true;
    }

    /** Returns whether nothing more is kept. */
    public synchronized boolean isFull() {
        return kept >= limit.records() || keptBytes >= limit.bytes();
    }

    /** Takes what was added since the last call, in order. */
    public synchronized List<ConsumedRecord> take() {
        List<ConsumedRecord> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /** Returns how many have been kept in all. */
    public synchronized long kept() {
        return kept;
    }
}
