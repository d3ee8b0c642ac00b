package dev.surveyor.ui.search;

import dev.surveyor.domain.search.SearchTotals;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a search has been over the last seconds, and how long it still takes at that speed. */
final class SearchSpeed {

    private static final long WINDOW_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long LEAST_NANOS = Duration.ofMillis(200).toNanos();

    private record Sample(long nanos, long records, long bytes, long offsets) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private long unread;

    /** Notes how far it is after so long. */
    void add(Duration elapsed, SearchTotals totals) {
        unread = totals.unread();
        samples.addLast(
                new Sample(elapsed.toNanos(), totals.read(), totals.bytes(), totals.offsets() - totals.unread()));
        while (samples.size() > 2 && elapsed.toNanos() - samples.getFirst().nanos > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    void clear() {
        samples.clear();
    }

    /** Returns records per second, NaN while unknown. */
    double records() {
        return perSecond(last().records - first().records);
    }

    /** Returns bytes per second, NaN while unknown. */
    double bytes() {
        return perSecond(last().bytes - first().bytes);
    }

    /** Returns the seconds that are left, NaN while unknown. */
    double secondsLeft() {
        double offsets = perSecond(last().offsets - first().offsets);
        return offsets > 0 ? unread / offsets : Double.NaN;
    }

    private double perSecond(long difference) {
        long nanos = last().nanos - first().nanos;
        return nanos < LEAST_NANOS ? Double.NaN : difference * 1e9 / nanos;
    }

    private Sample first() {
        Sample first = samples.peekFirst();
        return first == null ? new Sample(0, 0, 0, 0) : first;
    }

    private Sample last() {
        Sample last = samples.peekLast();
        return last == null ? new Sample(0, 0, 0, 0) : last;
    }
}
