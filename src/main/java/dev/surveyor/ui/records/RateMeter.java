package dev.surveyor.ui.records;

import java.util.ArrayDeque;
import java.util.Deque;

/** Records and bytes per second over the last second. Unknown until there is a second to look at. */
final class RateMeter {

    private static final long WINDOW_MILLIS = 1_000;
    private static final long LEAST_MILLIS = 500;

    private final Deque<Sample> samples = new ArrayDeque<>();

    void clear() {
        samples.clear();
    }

    /** Notes the totals at a time; totals that went back start the measurement anew. */
    void add(long millis, long records, long bytes) {
        Sample last = samples.peekLast();
        if (last != null && records < last.records) {
            samples.clear();
        }
        samples.addLast(new Sample(millis, records, bytes));
        while (samples.size() > 2 && millis - second().millis >= WINDOW_MILLIS) {
            samples.removeFirst();
        }
    }

    /** Returns records per second, -1 while unknown. */
    double records() {
        return rate(true);
    }

    /** Returns bytes per second, -1 while unknown. */
    double bytes() {
        return rate(false);
    }

    private Sample second() {
        var all = samples.iterator();
        all.next();
        return all.next();
    }

    private double rate(boolean ofRecords) {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null || last.millis - first.millis < LEAST_MILLIS) {
            return -1;
        }
        long difference = ofRecords ? last.records - first.records : last.bytes - first.bytes;
        return difference * 1_000.0 / (last.millis - first.millis);
    }

    private record Sample(long millis, long records, long bytes) {}
}
