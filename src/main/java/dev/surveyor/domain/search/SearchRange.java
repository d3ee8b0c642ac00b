package dev.surveyor.domain.search;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of each partition a search reads; never past the end that the partition had when the search began. */
public sealed interface SearchRange {

    /** All that is kept. */
    record Whole() implements SearchRange {}

    /**
     * The same offsets in every partition.
     *
     * @param from the first one, at least 0
     * @param to the one after the last
     */
    record Offsets(long from, long to) implements SearchRange {
        public Offsets {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("offsets from " + from + " to " + to + ": 0 <= from <= to");
            }
        }
    }

    /**
     * Other offsets in each partition.
     *
     * @param byPartition by the partition's number; what is not named is read whole
     */
    record EachOffsets(Map<Integer, Offsets> byPartition) implements SearchRange {
        public EachOffsets {
            byPartition = Map.copyOf(byPartition);
        }
    }

    /**
     * Records whose timestamp lies in a window, both ends inside. A record may carry any timestamp, so all offsets are
     * read from the first record of the window on.
     *
     * @param from null for no limit
     * @param to null for no limit
     */
    record Times(@Nullable Instant from, @Nullable Instant to) implements SearchRange {
        public Times {
            if (from != null && to != null && to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "a time window from " + from + " to " + to + " ends before it begins");
            }
        }
    }
}
