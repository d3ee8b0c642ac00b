package dev.surveyor.domain.search;

import dev.surveyor.domain.failure.BrokerFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search proves: which offsets were looked at, and what became of each.
 *
 * @param scope where it looked
 * @param filterText what it looked for; empty for everything
 * @param clusterId the id of the cluster, empty where it was not told
 * @param rangeFixedAt when the ends of the partitions were read; records that came later are not part of the range.
 *     Null where it never came to that
 * @param elapsed how long it took
 * @param end why it ended
 * @param failure what went wrong, where it failed
 * @param partitionsOfTopic how many partitions the topic had
 * @param partitions what became of each partition that was read, by number
 * @param leftOut the partitions of the scope that were not read, by number
 * @param kept how many of the matches were kept
 * @param interruptions how often the cluster did not answer for a while
 */
public record SearchCertificate(
        SearchScope scope,
        String filterText,
        String clusterId,
        @Nullable Instant rangeFixedAt,
        Duration elapsed,
        SearchEnd end,
        @Nullable BrokerFailure failure,
        int partitionsOfTopic,
        List<PartitionTally> partitions,
        List<LeftOut> leftOut,
        long kept,
        int interruptions) {

    public SearchCertificate {
        partitions = List.copyOf(partitions);
        leftOut = List.copyOf(leftOut);
    }

    /** Returns the sum over all partitions. */
    public SearchTotals totals() {
        return SearchTotals.of(partitions);
    }

    /** Returns how many matches were counted and not kept. */
    public long matchesLeftOut() {
        return totals().matched() - kept;
    }
}
