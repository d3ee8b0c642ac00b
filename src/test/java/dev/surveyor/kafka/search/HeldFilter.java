package dev.surveyor.kafka.search;

import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.filter.FilterBounds;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Verdict;
import dev.surveyor.testing.Await;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A filter that everything matches, and that holds a search in its middle for as long as a test needs: after some records
 * each reader waits until it is let go. What a reader has fetched by then, a megabyte of a partition at most, it still
 * reads without its broker.
 */
final class HeldFilter {

    /** So many records of {@code sendMany} are more than one partition's share of what is fetched in advance. */
    static final int MORE_THAN_FETCHED = 80_000;

    /** Of a test that has failed before it let go. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final AtomicInteger free;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    /**
     * @param free how many records pass before it holds
     */
    HeldFilter(int free) {
        this.free = new AtomicInteger(free);
    }

    /** Returns it as a filter whose text is empty. */
    FilterResult.Compiled compiled() {
        return new FilterResult.Compiled("", this::test, new FilterBounds(null, null, null, null));
    }

    private Verdict test(RawRecord record) {
        if (free.getAndDecrement() <= 0) {
            held.countDown();
            try {
                boolean unused = letGo.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return Verdict.MATCH;
    }

    /** Returns when a reader is held. */
    void awaitHeld() {
        Await.until(
                "the search has come to the record that is held", Duration.ofSeconds(60), () -> held.getCount() == 0);
    }

    /** Lets all records pass from now on. */
    void letGo() {
        letGo.countDown();
    }
}
