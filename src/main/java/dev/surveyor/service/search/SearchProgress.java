package dev.surveyor.service.search;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchTotals;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a search is.
 *
 * @param phase what it is doing
 * @param trouble why it waits, or null
 * @param partitions each partition that is read, by number; none while it prepares
 * @param leftOut the partitions of the scope that are not read
 * @param kept how many matches have been kept
 * @param elapsed since the start, until the end
 */
public record SearchProgress(
        SearchPhase phase,
        @Nullable BrokerFailure trouble,
        List<PartitionTally> partitions,
        List<LeftOut> leftOut,
        long kept,
        Duration elapsed) {

    public SearchProgress {
        partitions = List.copyOf(partitions);
        leftOut = List.copyOf(leftOut);
    }

    /** Returns the sum over all partitions. */
    public SearchTotals totals() {
        return SearchTotals.of(partitions);
    }
}
