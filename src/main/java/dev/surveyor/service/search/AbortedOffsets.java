package dev.surveyor.service.search;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterBounds;
import dev.surveyor.filter.FilterResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * Finds out which records belong to aborted transactions. The client does not say it of a record, so the offsets are
 * read twice: once as a reader of committed records, then, where some were missing, as one of all records. What only the
 * later reader gets was not removed meanwhile, so it is hidden from the other. Safe for use by any thread.
 */
public final class AbortedOffsets {

    private final Searches searches;

    public AbortedOffsets(Searches searches) {
        this.searches = searches;
    }

    /**
     * What is known of a partition.
     *
     * @param decidedTo before this offset every transaction is either committed or aborted
     * @param aborted which of the asked offsets before it are of aborted ones, ascending
     * @param gone which of them no reader gets any more, so that nothing can be known of them; ascending
     */
    public record Answer(long decidedTo, long[] aborted, long[] gone) {}

    /**
     * Asks about records that were read.
     *
     * @param offsets by partition, ascending, at least one of each
     * @return by partition, without those that cannot be read now; fails with a {@link BrokerFailureException}, or where the connection is closed meanwhile
     */
    public CompletableFuture<Map<Integer, Answer>> ask(String topic, Map<Integer, long[]> offsets) {
        SeenOffsets committed = new SeenOffsets(offsets);
        return read(topic, offsets, committed, IsolationLevel.READ_COMMITTED).thenCompose(proved -> {
            Map<Integer, Long> decidedTo = new HashMap<>();
            Map<Integer, long[]> missing = new HashMap<>();
            for (PartitionTally tally : proved.partitions()) {
                int partition = tally.id().partition();
                decidedTo.put(partition, tally.to());
                long[] unseen = committed.of(partition, false, tally.to());
                if (unseen.length > 0) {
                    missing.put(partition, unseen);
                }
            }
            return confirm(topic, missing, decidedTo);
        });
    }

    private CompletableFuture<Map<Integer, Answer>> confirm(
            String topic, Map<Integer, long[]> missing, Map<Integer, Long> decidedTo) {
        SeenOffsets there = new SeenOffsets(missing);
        CompletableFuture<Set<Integer>> read = missing.isEmpty()
                ? CompletableFuture.completedFuture(Set.of())
                : read(topic, missing, there, IsolationLevel.READ_UNCOMMITTED).thenApply(AbortedOffsets::partitions);
        return read.thenApply(confirmed -> {
            Map<Integer, Answer> answers = new HashMap<>();
            Map<Integer, Long> known = new HashMap<>(decidedTo);
            known.keySet().removeIf(partition -> missing.containsKey(partition) && !confirmed.contains(partition));
            known.forEach((partition, end) -> answers.put(
                    partition,
                    new Answer(
                            end,
                            there.of(partition, true, Long.MAX_VALUE),
                            there.of(partition, false, Long.MAX_VALUE))));
            return answers;
        });
    }

    private CompletableFuture<SearchCertificate> read(
            String topic, Map<Integer, long[]> offsets, SeenOffsets into, IsolationLevel isolation) {
        Map<Integer, SearchRange.Offsets> ranges = new HashMap<>();
        offsets.forEach((partition, asked) ->
                ranges.put(partition, new SearchRange.Offsets(asked[0], asked[asked.length - 1] + 1)));
        SearchRequest request = new SearchRequest(
                new SearchScope(topic, offsets.keySet(), new SearchRange.EachOffsets(ranges), isolation),
                new FilterResult.Compiled("", into, new FilterBounds(null, null, null, null)),
                SearchLimit.DEFAULT,
                false);
        return searches.start(request).certificate().thenApply(AbortedOffsets::complete);
    }

    private static Set<Integer> partitions(SearchCertificate proved) {
        return proved.partitions().stream().map(tally -> tally.id().partition()).collect(Collectors.toSet());
    }

    private static SearchCertificate complete(SearchCertificate proved) {
        BrokerFailure failure = proved.failure();
        if (failure != null) {
            throw new BrokerFailureException(failure, null);
        }
        if (proved.end() != SearchEnd.COMPLETE && proved.end() != SearchEnd.INCOMPLETE) {
            throw new CompletionException("the search was ended: " + proved.end(), null);
        }
        return proved;
    }
}
