package dev.surveyor.service.search;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Searches of a log with transactions that a test has written, each of which has ended when it is returned; or, where
 * they are {@link #held}, searches that find and end what and when the test says.
 *
 * <p>Those of a log keep the promises of {@link SearchesContract}. They know no ranges of time, read all partitions of
 * the scope whatever the filter leaves out, only count on where a limit says stop, and find nothing in a topic that does
 * not exist. All are for one thread at a time.
 */
public final class FakeSearches implements Searches {

    /** The records of the log. What is taken out of it was removed by the broker: the partition ends where it ended. */
    public final List<ConsumedRecord> records = new ArrayList<>();

    /** Which offsets belong to aborted transactions. */
    public final Set<Long> aborted = new HashSet<>();

    /** From which offset on no transaction is decided. */
    public long lastStable = Long.MAX_VALUE;

    /** With what a search of the log fails, null while it works. */
    public @Nullable BrokerFailure failure;

    /** Called after each search of the log, when its result is fixed. */
    public Runnable afterEach = () -> {};

    /** All searches, in order. */
    public final List<FakeSearch> started = new ArrayList<>();

    private final boolean held;
    private final Map<PartitionId, Long> ends = new TreeMap<>();

    /** Searches the log. */
    public FakeSearches() {
        this(false);
    }

    private FakeSearches(boolean held) {
        this.held = held;
    }

    /** Makes searches that find nothing, and do not end, until the test says so. */
    public static FakeSearches held() {
        return new FakeSearches(true);
    }

    public FakeSearch last() {
        return started.get(started.size() - 1);
    }

    @Override
    public SearchSession start(SearchRequest request) {
        FakeSearch search = new FakeSearch(request);
        started.add(search);
        if (!held) {
            searchLog(search, request);
            afterEach.run();
        }
        return search;
    }

    private void searchLog(FakeSearch search, SearchRequest request) {
        records.forEach(record -> ends.merge(record.partition(), record.offset() + 1, Math::max));
        SearchScope scope = request.scope();
        List<PartitionTally> tallies = new ArrayList<>();
        MatchBuffer matches = new MatchBuffer(request.limit());
        search.partitionsOfTopic = 0;
        search.interruptions = 0;
        ends.forEach((id, end) -> {
            if (id.topic().equals(scope.topic())) {
                search.partitionsOfTopic++;
                if (scope.partitions().isEmpty() || scope.partitions().contains(id.partition())) {
                    tallies.add(read(id, end, request, matches));
                }
            }
        });
        search.tallies = List.copyOf(tallies);
        search.find(matches.take());
        search.end(failure == null ? SearchEnd.COMPLETE : SearchEnd.FAILED, failure);
    }

    private PartitionTally read(PartitionId id, long highWatermark, SearchRequest request, MatchBuffer matches) {
        boolean committed = request.scope().isolation() == IsolationLevel.READ_COMMITTED;
        long end = committed ? Math.min(highWatermark, lastStable) : highWatermark;
        SearchRange.Offsets range = offsets(request.scope().range(), id.partition());
        long to = Math.min(range.to(), end);
        long from = Math.min(range.from(), to);
        long read = 0;
        long bytes = 0;
        long matched = 0;
        List<Long> undecided = new ArrayList<>();
        for (ConsumedRecord record : List.copyOf(records)) {
            boolean inside = record.partition().equals(id) && record.offset() >= from && record.offset() < to;
            if (!inside || (committed && aborted.contains(record.offset()))) {
                continue;
            }
            read++;
            bytes += record.sizeInBytes();
            Verdict verdict = request.filter().filter().test(record);
            if (verdict == Verdict.MATCH) {
                matched++;
                matches.add(record);
            } else if (verdict == Verdict.UNDECIDED) {
                undecided.add(record.offset());
            }
        }
        long beyondStable = to == end ? highWatermark - end : 0;
        return new PartitionTally(
                id, from, to, to, read, bytes, matched, undecided.size(), undecided, List.of(), beyondStable);
    }

    private static SearchRange.Offsets offsets(SearchRange range, int partition) {
        SearchRange.Offsets whole = new SearchRange.Offsets(0, Long.MAX_VALUE);
        if (range instanceof SearchRange.Times) {
            throw new UnsupportedOperationException("this log has no index of time");
        }
        if (range instanceof SearchRange.EachOffsets each) {
            return each.byPartition().getOrDefault(partition, whole);
        }
        return range instanceof SearchRange.Offsets same ? same : whole;
    }
}
