package dev.surveyor.service.search;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A log of records with transactions, which is searched at once. */
public final class FakeLog implements Searches {

    public final List<ConsumedRecord> records = new ArrayList<>();
    public final Set<Long> aborted = new HashSet<>();
    public long lastStable = Long.MAX_VALUE;
    public final List<SearchRequest> requests = new ArrayList<>();
    public @Nullable BrokerFailure failure;

    /** Called after each search, when its result is fixed. */
    public Runnable afterEach = () -> {};

    @Override
    public SearchSession start(SearchRequest request) {
        requests.add(request);
        boolean committed = request.scope().isolation() == IsolationLevel.READ_COMMITTED;
        Map<Integer, SearchRange.Offsets> ranges =
                ((SearchRange.EachOffsets) request.scope().range()).byPartition();
        List<PartitionTally> tallies = new ArrayList<>();
        ranges.forEach((number, range) -> {
            PartitionId id = new PartitionId(request.scope().topic(), number);
            long to = committed ? Math.min(range.to(), lastStable) : range.to();
            for (ConsumedRecord record : records) {
                boolean inside = record.offset() >= range.from() && record.offset() < to;
                if (inside && record.partition().equals(id) && !(committed && aborted.contains(record.offset()))) {
                    request.filter().filter().test(record);
                }
            }
            tallies.add(
                    new PartitionTally(id, Math.min(range.from(), to), to, to, 0, 0, 0, 0, List.of(), List.of(), 0));
        });
        SearchEnd end = failure == null ? SearchEnd.COMPLETE : SearchEnd.FAILED;
        SearchCertificate certificate = new SearchCertificate(
                request.scope(), "", "", null, Duration.ZERO, end, failure, 1, tallies, List.of(), 0, 0);
        afterEach.run();
        return new Ended(request, certificate);
    }

    private record Ended(SearchRequest request, SearchCertificate proved) implements SearchSession {
        @Override
        public SearchProgress progress() {
            return new SearchProgress(SearchPhase.ENDED, null, proved.partitions(), List.of(), 0, Duration.ZERO);
        }

        @Override
        public List<ConsumedRecord> takeMatches() {
            return List.of();
        }

        @Override
        public CompletableFuture<SearchCertificate> certificate() {
            return CompletableFuture.completedFuture(proved);
        }

        @Override
        public void cancel() {}
    }
}
