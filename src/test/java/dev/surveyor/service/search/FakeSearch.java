package dev.surveyor.service.search;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A search whose numbers the test sets, and which ends when the test says so. Cancelling it is only noted: the test ends
 * it. {@link #breakDown} breaks the promise that its certificate never fails, so that one sees what becomes of that.
 */
public final class FakeSearch implements SearchSession {

    private final SearchRequest request;
    private final CompletableFuture<SearchCertificate> certificate = new CompletableFuture<>();
    private final List<ConsumedRecord> found = new ArrayList<>();
    public List<PartitionTally> tallies = List.of();
    public List<LeftOut> leftOut = List.of();
    public SearchPhase phase = SearchPhase.PREPARING;
    public @Nullable BrokerFailure trouble;
    public Duration elapsed = Duration.ZERO;
    public long kept;
    public int partitionsOfTopic = 6;
    public int interruptions = 1;

    /** Whether it was told to end. */
    public boolean cancelled;

    FakeSearch(SearchRequest request) {
        this.request = request;
    }

    /** Keeps these matches, until they are taken. */
    public void find(List<ConsumedRecord> records) {
        found.addAll(records);
        kept += records.size();
    }

    /** Ends with a certificate of the numbers that it has by now. */
    public void end(SearchEnd end, @Nullable BrokerFailure failure) {
        phase = SearchPhase.ENDED;
        certificate.complete(new SearchCertificate(
                request.scope(),
                request.filter().text(),
                "kS9fPq2RTr6vW1mAz83Qw",
                Instant.parse("2026-11-22T09:02:14.006Z"),
                elapsed,
                end,
                failure,
                partitionsOfTopic,
                tallies,
                leftOut,
                kept,
                interruptions));
    }

    /** Ends without a certificate, by a fault of the search itself. */
    public void breakDown(RuntimeException fault) {
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
