package dev.surveyor.service.group;

import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which no member of the group read a partition although the group had members.
 *
 * @param partition which one
 * @param from when its owner lost it
 * @param to when the next owner had it, or null while it has none
 */
public record UnownedSpan(
        PartitionId partition, Instant from, @Nullable Instant to) {

    /** Returns how long it took, or has taken until now. */
    public Duration length(Instant now) {
        return Duration.between(from, to == null ? now : to);
    }
}
