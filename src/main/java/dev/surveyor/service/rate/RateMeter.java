package dev.surveyor.service.rate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.OptionalDouble;

/**
 * How fast totals rise, smoothed over a window of time. A rate is empty until two looks at the totals are far enough
 * apart. Not for several threads at once.
 */
public final class RateMeter {

    private final long windowMillis;
    private final long leastMillis;
    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long millis, long[] totals) {}

    /**
     * @param window over which the rate is smoothed
     * @param least how far apart two looks have to be to tell a rate
     */
    public RateMeter(Duration window, Duration least) {
        windowMillis = window.toMillis();
        leastMillis = least.toMillis();
    }

    /** Measures anew. */
    public void clear() {
        samples.clear();
    }

    /**
     * Notes the totals at a time; where the first of them went back, what is measured starts anew.
     *
     * @param millis since any moment that stays the same
     * @param totals always as many, in the same order
     */
    public void add(long millis, long... totals) {
        Sample last = samples.peekLast();
        if (last != null && totals[0] < last.totals[0]) {
            samples.clear();
        }
        samples.addLast(new Sample(millis, totals));
        while (samples.size() > 2 && millis - second().millis >= windowMillis) {
            samples.removeFirst();
        }
    }

    /**
     * Returns by how much a total rises in a second.
     *
     * @param total its index
     */
    public OptionalDouble perSecond(int total) {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null || last.millis - first.millis < leastMillis) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((last.totals[total] - first.totals[total]) * 1_000.0 / (last.millis - first.millis));
    }

    private Sample second() {
        Iterator<Sample> all = samples.iterator();
        all.next();
        return all.next();
    }
}
