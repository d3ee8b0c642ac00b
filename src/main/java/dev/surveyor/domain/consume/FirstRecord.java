package dev.surveyor.domain.consume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first record that a reader gets from some place in a partition on.
 *
 * @param offset where it is: at the place, or behind offsets that hold no record
 * @param time of the record, null where it has none
 */
public record FirstRecord(long offset, @Nullable Instant time) {}
