package dev.surveyor.ui.groups;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Rates of counters that only rise, smoothed over a window. */
final class RateMeter {

    private record Sample(Instant at, long count) {}

    private final Duration window;
    private final Map<String, Deque<Sample>> samples = new HashMap<>();

    RateMeter(Duration window) {
        this.window = window;
    }

    /** Adds the count of a counter. */
    void add(String key, Instant at, long count) {
        Deque<Sample> own = samples.computeIfAbsent(key, unused -> new ArrayDeque<>());
        own.addLast(new Sample(at, count));
        Instant oldest = at.minus(window);
        Sample first = own.removeFirst();
        while (!own.isEmpty() && !own.getFirst().at().isAfter(oldest)) {
            first = own.removeFirst();
        }
        own.addFirst(first);
    }

    /** Returns the rate per second; empty before there are two samples a fifth of a second apart. */
    OptionalLong perSecond(String key) {
        Deque<Sample> own = samples.get(key);
        if (own == null || own.size() < 2) {
            return OptionalLong.empty();
        }
        Sample first = own.getFirst();
        Sample last = own.getLast();
        long millis = Duration.between(first.at(), last.at()).toMillis();
        if (millis < 200) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.round((last.count() - first.count()) * 1_000.0 / millis));
    }
}
