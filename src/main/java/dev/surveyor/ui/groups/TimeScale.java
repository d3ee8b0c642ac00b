package dev.surveyor.ui.groups;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Places moments on the width of the chart. Now stands a little left of the right edge, so that its mark has room.
 *
 * @param from the left edge
 * @param now the present
 * @param width in pixels
 */
record TimeScale(Instant from, Instant now, double width) {

    private static final double NOW_AT = 0.91;
    private static final double SHORTEST_TICK_PX = 96;
    private static final long[] TICK_SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_800};

    /** Returns the distance of the moment from the left edge, which may lie outside of the width. */
    double x(Instant at) {
        double whole = Duration.between(from, now).toMillis();
        return whole <= 0 ? 0 : Duration.between(from, at).toMillis() / whole * width * NOW_AT;
    }

    /** Returns the distance, not left of the left edge. */
    double clamped(Instant at) {
        return Math.max(0, Math.min(width, x(at)));
    }

    /** Returns round moments for the grid. */
    List<Instant> ticks() {
        double seconds = Duration.between(from, now).toMillis() / 1_000.0 / NOW_AT;
        long step = TICK_SECONDS[TICK_SECONDS.length - 1];
        for (long each : TICK_SECONDS) {
            if (each / seconds * width >= SHORTEST_TICK_PX) {
                step = each;
                break;
            }
        }
        List<Instant> ticks = new ArrayList<>();
        long first = Math.floorDiv(from.getEpochSecond(), step) * step + step;
        for (long at = first; x(Instant.ofEpochSecond(at)) < width; at += step) {
            ticks.add(Instant.ofEpochSecond(at));
        }
        return ticks;
    }
}
