package dev.surveyor.registry;

import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What is known of each schema, and fetching what is not. Found schemas are kept; a missing one is asked for again when
 * somebody wants it some minutes later, and after many missing ones the next are asked for at a slow pace: they may be
 * no ids at all. Where the registry is away it is asked again and again, ever more slowly, until it is back. Safe for
 * several threads; never blocks who asks.
 */
final class Lookups implements AutoCloseable {

    /** How long a schema that is missing is not asked for again. */
    static final Duration MISSING_FOR = Duration.ofMinutes(5);

    private static final Comparator<Map.Entry<SchemaKey, Entry>> URGENCY = Comparator.comparing(
                    (Map.Entry<SchemaKey, Entry> waiting) -> waiting.getValue().meant)
            .thenComparingLong(waiting -> waiting.getValue().asked);

    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_KEPT = 20_000;
    private static final long FIRST_RETRY_MILLIS = 1_000;
    private static final long LAST_RETRY_MILLIS = 15_000;

    private final Fetcher fetcher;
    private final Executor background;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;
    private final Runnable changed;
    private final String what;

    /** Guarded by this. */
    private final Map<SchemaKey, Entry> entries = new HashMap<>();

    /** Those that wait for their turn. Guarded by this. */
    private final Map<SchemaKey, Entry> queue = new HashMap<>();

    private final MissPace pace;
    private int running;
    private boolean resuming;
    private boolean closed;

    /** Gets a schema, taking its time. */
    interface Fetcher {
        Lookup.Found fetch(SchemaKey key) throws RegistryException;
    }

    /**
     * Makes an empty store.
     *
     * @param what is fetched and from where, in words: {@code schema %s is being fetched}
     * @param changed called after each answer, without a lock held
     */
    Lookups(
            Fetcher fetcher,
            Executor background,
            ScheduledExecutorService timer,
            LongSupplier nanoTime,
            String what,
            Runnable changed) {
        this.fetcher = fetcher;
        this.background = background;
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.what = what;
        this.changed = changed;
        this.pace = new MissPace(nanoTime.getAsLong());
    }

    /**
     * Returns what is known of a schema.
     *
     * @param meant whether somebody chose the schema; else the key may be none at all, and is asked for when it is its turn
     */
    synchronized Lookup get(SchemaKey key, boolean meant) {
        Entry entry = entries.get(key);
        if (entry == null) {
            if (entries.size() >= MOST_KEPT) {
                entries.values().removeIf(old -> old.answer instanceof Lookup.Missing);
            }
            entry = new Entry(new Lookup.Waiting(String.format(what, key)));
            entries.put(key, entry);
            queue.put(key, entry);
        } else if (entry.answer instanceof Lookup.Missing
                && !entry.running
                && nanoTime.getAsLong() - entry.answeredAt > MISSING_FOR.toNanos()) {
            queue.put(key, entry);
        }
        entry.asked++;
        entry.meant |= meant;
        startNext();
        return entry.answer;
    }

    /** Forgets what is missing, so that it is asked for anew, and with {@code all} what was found too. */
    synchronized void forget(boolean all) {
        entries.entrySet()
                .removeIf(entry -> !entry.getValue().running
                        && !entry.getValue().retrying
                        && !queue.containsKey(entry.getKey())
                        && (all || entry.getValue().answer instanceof Lookup.Missing));
        pace.refill(nanoTime.getAsLong());
    }

    @Override
    public synchronized void close() {
        closed = true;
        entries.clear();
        queue.clear();
    }

    /** Starts those that wait for their turn: what is meant, then what many records ask for before what one asks for. */
    private void startNext() {
        while (!closed && running < MOST_AT_ONCE && !queue.isEmpty()) {
            Map.Entry<SchemaKey, Entry> next = Collections.max(queue.entrySet(), URGENCY);
            long wait = next.getValue().meant ? 0 : pace.nanosUntilNext(nanoTime.getAsLong());
            if (wait > 0) {
                resumeLater(wait);
                return;
            }
            queue.remove(next.getKey());
            start(next.getKey(), next.getValue());
        }
    }

    private void resumeLater(long nanos) {
        if (resuming) {
            return;
        }
        try {
            var unused = timer.schedule(this::resume, nanos, TimeUnit.NANOSECONDS);
            resuming = true;
        } catch (RejectedExecutionException ending) {
            closed = true;
        }
    }

    private synchronized void resume() {
        resuming = false;
        startNext();
    }

    private void start(SchemaKey key, Entry entry) {
        entry.running = true;
        running++;
        if (!entry.meant) {
            pace.begin(nanoTime.getAsLong());
        }
        try {
            background.execute(() -> fetch(key, entry));
        } catch (RejectedExecutionException ending) {
            entry.running = false;
            running--;
        }
    }

    private void fetch(SchemaKey key, Entry entry) {
        Lookup answer;
        boolean passing = false;
        try {
            answer = fetcher.fetch(key);
        } catch (RegistryException failed) {
            passing = failed.passing();
            answer =
                    passing ? new Lookup.Waiting(failed.reason()) : new Lookup.Missing(failed.reason(), failed.brief());
        }
        synchronized (this) {
            entry.running = false;
            running--;
            entry.answer = answer;
            entry.answeredAt = nanoTime.getAsLong();
            if (closed) {
                return;
            }
            if (!entry.meant && !(answer instanceof Lookup.Missing)) {
                pace.notMissing();
            }
            if (passing) {
                retryLater(key, entry);
            }
            startNext();
        }
        changed.run();
    }

    private void retryLater(SchemaKey key, Entry entry) {
        entry.retrying = true;
        long delay = Math.min(LAST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(entry.tries++, 10));
        try {
            var unused = timer.schedule(() -> retry(key, entry), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            entry.retrying = false;
        }
    }

    private synchronized void retry(SchemaKey key, Entry entry) {
        entry.retrying = false;
        if (!closed) {
            queue.put(key, entry);
            startNext();
        }
    }

    /** One schema. Guarded by the outer object. */
    private static final class Entry {
        private Lookup answer;
        private long answeredAt;
        private long asked;
        private boolean meant;
        private boolean running;
        private boolean retrying;
        private int tries;

        Entry(Lookup answer) {
            this.answer = answer;
        }
    }
}
