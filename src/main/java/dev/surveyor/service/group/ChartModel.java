package dev.surveyor.service.group;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the chart of lanes draws, at one moment.
 *
 * @param now the moment
 * @param range how much time is visible before it
 * @param lanes the members, in order of appearance
 * @param epochs when generations or epochs began
 * @param unowned when partitions had no owner
 * @param epochWord what a mark is called: an epoch of the consumer protocol, or gen for a classic generation
 * @param manyTopics whether a partition must be named with its topic
 */
public record ChartModel(
        Instant now,
        Duration range,
        List<LaneModel> lanes,
        List<EpochMark> epochs,
        List<UnownedSpan> unowned,
        String epochWord,
        boolean manyTopics) {

    public ChartModel {
        lanes = List.copyOf(lanes);
        epochs = List.copyOf(epochs);
        unowned = List.copyOf(unowned);
    }

    public static ChartModel empty(Instant now, Duration range) {
        return new ChartModel(now, range, List.of(), List.of(), List.of(), "gen", false);
    }

    /** Returns the left edge of what is visible. */
    public Instant from() {
        return now.minus(range);
    }
}
