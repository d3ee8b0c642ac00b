package dev.surveyor.service.search;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchCertificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A search that runs or has ended. Safe for use by any thread; every method returns at once. */
public interface SearchSession extends AutoCloseable {

    SearchRequest request();

    /** Returns how far it is; cheap enough for every tick of the screen. */
    SearchProgress progress();

    /** Takes the matches that were kept since the last call, in the order in which they were found. */
    List<ConsumedRecord> takeMatches();

    /**
     * Returns what the search proves, once it has ended for whatever reason; never fails. All matches that were kept can
     * be taken by then.
     */
    CompletableFuture<SearchCertificate> certificate();

    /** Ends it within a second; what was found stays. No effect on one that has ended. */
    void cancel();

    /** Same as {@link #cancel()}. */
    @Override
    default void close() {
        cancel();
    }
}
