package dev.surveyor.registry;

import dev.surveyor.codec.schema.Schema;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What is known of each schema, and fetching what is not. Found schemas are kept; a missing one is asked for again when
 * somebody wants it a minute later; where the registry is away it is asked again and again, ever more slowly, until it
 * is back. Safe for several threads; never blocks who asks.
 */
final class Lookups implements AutoCloseable {

    /** How long a schema that is missing is not asked for again. */
    static final Duration MISSING_FOR = Duration.ofMinutes(1);

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
    private final Map<Object, Entry> entries = new HashMap<>();

    private int running;
    private boolean closed;

    /** Gets a schema, taking its time. */
    interface Fetcher {
        Schema fetch(Object key) throws RegistryException;
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
    }

    synchronized Lookup get(Object key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            if (entries.size() >= MOST_KEPT) {
                entries.values().removeIf(old -> old.answer instanceof Lookup.Missing);
            }
            entry = new Entry(new Lookup.Waiting(String.format(what, key)));
            entries.put(key, entry);
        } else if (entry.answer instanceof Lookup.Missing
                && nanoTime.getAsLong() - entry.answeredAt > MISSING_FOR.toNanos()) {
            entry.wanted = true;
        }
        if (entry.wanted && !entry.running && !entry.retrying && !closed && running < MOST_AT_ONCE) {
            start(key, entry);
        }
        return entry.answer;
    }

    @Override
    public synchronized void close() {
        closed = true;
        entries.clear();
    }

    private void start(Object key, Entry entry) {
        entry.running = true;
        entry.wanted = false;
        running++;
        try {
            background.execute(() -> fetch(key, entry));
        } catch (RejectedExecutionException ending) {
            entry.running = false;
            running--;
        }
    }

    private void fetch(Object key, Entry entry) {
        Lookup answer;
        boolean passing = false;
        try {
            answer = new Lookup.Found(fetcher.fetch(key));
        } catch (RegistryException failed) {
            passing = failed.passing();
            answer = passing ? new Lookup.Waiting(failed.reason()) : new Lookup.Missing(failed.reason());
        }
        synchronized (this) {
            entry.running = false;
            running--;
            entry.answer = answer;
            entry.answeredAt = nanoTime.getAsLong();
            if (closed) {
                return;
            }
            if (passing) {
                retryLater(key, entry);
            }
            startNext();
        }
        changed.run();
    }

    private void retryLater(Object key, Entry entry) {
        entry.retrying = true;
        long delay = Math.min(LAST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(entry.tries++, 10));
        try {
            var unused = timer.schedule(() -> retry(key, entry), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            entry.retrying = false;
        }
    }

    private synchronized void retry(Object key, Entry entry) {
        entry.retrying = false;
        entry.wanted = true;
        if (!closed && running < MOST_AT_ONCE && !entry.running) {
            start(key, entry);
        }
    }

    /** Those that had to wait for their turn. */
    private void startNext() {
        for (Map.Entry<Object, Entry> waiting : entries.entrySet()) {
            Entry entry = waiting.getValue();
            if (running < MOST_AT_ONCE && entry.wanted && !entry.running && !entry.retrying) {
                start(waiting.getKey(), entry);
            }
        }
    }

    /** One schema. Guarded by the outer object. */
    private static final class Entry {
        private Lookup answer;
        private long answeredAt;
        private boolean wanted = true;
        private boolean running;
        private boolean retrying;
        private int tries;

        Entry(Lookup answer) {
            this.answer = answer;
        }
    }
}
