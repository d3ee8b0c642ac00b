package dev.surveyor.service.group;

import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where old owners stopped, and what that means once a new owner begins. */
final class HandOffs {

    private final Map<PartitionId, MovedPartition> stops = new HashMap<>();
    private long redelivered;
    private long skipped;

    /**
     * Notes where an owner stopped.
     *
     * @return how many offsets it had read and not committed; empty where that is not known
     */
    OptionalLong givenUp(List<MovedPartition> partitions) {
        long sum = 0;
        boolean known = false;
        for (MovedPartition each : partitions) {
            if (each.position().isPresent() || each.committed().isPresent()) {
                stops.put(each.partition(), each);
            }
            if (each.position().isPresent() && each.committed().isPresent()) {
                known = true;
                sum += Math.max(
                        0, each.position().getAsLong() - each.committed().getAsLong());
            }
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /**
     * Notes where a new owner begins.
     *
     * @param begin its position, or the committed offset; neither where the coordinator was only asked: then it begins
     *     at the last offset that was committed
     * @return what the change meant, or null where one of the two places is not known
     */
    @Nullable
    HandOff taken(MovedPartition begin, boolean sampled) {
        MovedPartition stop = stops.remove(begin.partition());
        if (stop == null || stop.position().isEmpty()) {
            return null;
        }
        OptionalLong start = startOf(begin, stop, sampled);
        if (start.isEmpty()) {
            return null;
        }
        HandOff handOff = new HandOff(begin.partition(), stop.position().getAsLong(), start.getAsLong());
        redelivered += handOff.redelivered();
        skipped += handOff.skipped();
        return handOff;
    }

    private static OptionalLong startOf(MovedPartition begin, MovedPartition stop, boolean sampled) {
        if (sampled) {
            return stop.committed();
        }
        return begin.position().isPresent() ? begin.position() : begin.committed();
    }

    long redelivered() {
        return redelivered;
    }

    long skipped() {
        return skipped;
    }
}
