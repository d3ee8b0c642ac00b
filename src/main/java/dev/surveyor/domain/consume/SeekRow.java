package dev.surveyor.domain.consume;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a planned seek.
 *
 * @param position where the consumer stands
 * @param ticked whether the user wants it moved
 * @param custom whether the user typed a target for this partition alone
 * @param target the offset that it goes to, between begin and end; empty where it stays
 * @param note what is worth saying
 * @param recordTime the time of the first record at the target or after it, null where there is none or it is not
 *     known yet
 */
public record SeekRow(
        PartitionPosition position,
        boolean ticked,
        boolean custom,
        OptionalLong target,
        SeekNote note,
        @Nullable Instant recordTime) {

    /** Returns how many offsets it moves on (positive) or back; empty where it stays or has no position yet. */
    public OptionalLong move() {
        return target.isPresent() && position.position().isPresent()
                ? OptionalLong.of(target.getAsLong() - position.position().getAsLong())
                : OptionalLong.empty();
    }

    /** Returns the same row with the time of the record at its target. */
    public SeekRow at(@Nullable Instant time) {
        return new SeekRow(position, ticked, custom, target, note, time);
    }
}
