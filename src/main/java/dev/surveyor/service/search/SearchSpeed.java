package dev.surveyor.service.search;

import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.service.rate.RateMeter;
import java.time.Duration;
import java.util.OptionalDouble;

/** How fast a search has been over the last seconds, and how long it still takes at that speed. */
public final class SearchSpeed {

    private final RateMeter rate = new RateMeter(Duration.ofSeconds(3), Duration.ofMillis(200));
    private long unread;

    /** Notes how far it is after so long. */
    public void add(Duration elapsed, SearchTotals totals) {
        unread = totals.unread();
        rate.add(elapsed.toMillis(), totals.read(), totals.bytes(), totals.offsets() - totals.unread());
    }

    public void clear() {
        rate.clear();
    }

    /** Returns records per second, empty while unknown. */
    public OptionalDouble records() {
        return rate.perSecond(0);
    }

    /** Returns bytes per second, empty while unknown. */
    public OptionalDouble bytes() {
        return rate.perSecond(1);
    }

    /** Returns the seconds that are left, empty while unknown. */
    public OptionalDouble secondsLeft() {
        double offsets = rate.perSecond(2).orElse(0);
        return offsets > 0 ? OptionalDouble.of(unread / offsets) : OptionalDouble.empty();
    }
}
