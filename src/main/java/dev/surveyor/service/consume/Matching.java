package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which records are shown, at one version of the user's wish.
 *
 * @param filter which records match
 * @param showGaps whether gaps are rows
 * @param skip which of the other records are thrown away while they are fetched
 * @param version rises with each wish
 */
record Matching(Predicate<ConsumedRecord> filter, boolean showGaps, Predicate<ConsumedRecord> skip, int version) {

    /** Returns the same wish once more: there are other records to match. */
    Matching again() {
        return new Matching(filter, showGaps, skip, version + 1);
    }

    /** Returns whether nothing is filtered out. */
    boolean all() {
        return filter == RecordBuffer.ALL;
    }

    boolean matches(ConsumedRecord record) {
        return all() || filter.test(record);
    }

    BitSet matches(List<ConsumedRecord> batch) {
        BitSet matches = new BitSet(batch.size());
        if (all()) {
            matches.set(0, batch.size());
            return matches;
        }
        for (int i = 0; i < batch.size(); i++) {
            matches.set(i, filter.test(batch.get(i)));
        }
        return matches;
    }
}
