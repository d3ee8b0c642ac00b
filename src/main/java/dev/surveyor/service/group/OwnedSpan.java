package dev.surveyor.service.group;

import dev.surveyor.domain.record.PartitionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a member owned a partition.
 *
 * @param partition which one
 * @param from when it got it
 * @param to when it no longer had it, or null while it has it
 * @param sampled whether begin and end are only as exact as the asking of the coordinator
 */
public record OwnedSpan(
        PartitionId partition, Instant from, @Nullable Instant to, boolean sampled) {

    /** Returns the same span, ended. */
    OwnedSpan until(Instant end) {
        return new OwnedSpan(partition, from, end, sampled);
    }
}
