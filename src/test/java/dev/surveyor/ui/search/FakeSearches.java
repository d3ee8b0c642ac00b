package dev.surveyor.ui.search;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.service.search.Searches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Searches that find what a test says. */
final class FakeSearches implements Searches {

    final List<Run> runs = new ArrayList<>();

    @Override
    public SearchSession start(SearchRequest request) {
        Run run = new Run(request);
        runs.add(run);
        return run;
    }

    Run last() {
        return runs.get(runs.size() - 1);
    }

    /** One search, whose numbers the test sets. */
    static final class Run implements SearchSession {
        private final SearchRequest request;
        private final CompletableFuture<SearchCertificate> certificate = new CompletableFuture<>();
        private final List<ConsumedRecord> found = new ArrayList<>();
        List<PartitionTally> tallies = List.of();
        List<LeftOut> leftOut = List.of();
        SearchPhase phase = SearchPhase.PREPARING;

        @Nullable
        BrokerFailure trouble;

        Duration elapsed = Duration.ZERO;
        long kept;
        boolean cancelled;

        Run(SearchRequest request) {
            this.request = request;
        }

        void find(List<ConsumedRecord> records) {
            found.addAll(records);
            kept += records.size();
        }

        void end(SearchEnd end, @Nullable BrokerFailure failure) {
            phase = SearchPhase.ENDED;
            certificate.complete(new SearchCertificate(
                    request.scope(),
                    request.filter().text(),
                    "kS9fPq2RTr6vW1mAz83Qw",
                    Instant.parse("2026-11-22T09:02:14.006Z"),
                    elapsed,
                    end,
                    failure,
                    6,
                    tallies,
                    leftOut,
                    kept,
                    1));
        }

        /** Ends without a certificate, by a fault of the search itself. */
        void breakDown(RuntimeException fault) {
            certificate.completeExceptionally(fault);
        }

        @Override
        public SearchRequest request() {
            return request;
        }

        @Override
        public SearchProgress progress() {
            return new SearchProgress(phase, trouble, tallies, leftOut, kept, elapsed);
        }

        @Override
        public List<ConsumedRecord> takeMatches() {
            List<ConsumedRecord> taken = List.copyOf(found);
            found.clear();
            return taken;
        }

        @Override
        public CompletableFuture<SearchCertificate> certificate() {
            return certificate;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
