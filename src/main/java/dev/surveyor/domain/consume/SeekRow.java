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
 * @param record the first record at the target or after it, null where there is none or it is not known yet
 */
public record SeekRow(
        PartitionPosition position,
        boolean ticked,
        boolean custom,
        OptionalLong target,
        SeekNote note,
        @Nullable FirstRecord record) {

    /** Returns how many offsets it moves on (positive) or back; empty where it stays or has no position yet. */
    public OptionalLong move() {
        return target.isPresent() && position.position().isPresent()
                ? OptionalLong.of(target.getAsLong() - position.position().getAsLong())
                : OptionalLong.empty();
    }

    /** Returns the time of the first record at the target or after it, null where it is not known. */
    public @Nullable Instant recordTime() {
        return record == null ? null : record.time();
    }

    /** Returns how many offsets are read again: those between the target and what is read; an upper bound of records. */
    public long readAgain() {
        return move().isEmpty() ? 0 : Math.max(0, Math.min(place(), position.endOffset()) - target.orElse(0));
    }

    /** Returns how many offsets are passed over: those that are kept between the place and the target. */
    public long skipped() {
        return move().isEmpty() ? 0 : Math.max(0, target.orElse(0) - Math.max(place(), position.beginOffset()));
    }

    private long place() {
        return position.position().orElse(0);
    }

    /** Returns the same row with the first record at its target or after it, null for none, and what is to say of it. */
    public SeekRow at(@Nullable FirstRecord found, SeekNote noteNow) {
        return new SeekRow(position, ticked, custom, target, noteNow, found);
    }
}
