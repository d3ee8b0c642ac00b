package dev.surveyor.domain.consume;

import java.time.Instant;

/** Where to move a running consumer. */
public sealed interface SeekTarget {

    record Beginning() implements SeekTarget {}

    record End() implements SeekTarget {}

    /** The same offset in every partition, clamped to what each keeps. */
    record Offset(long offset) implements SeekTarget {}

    /** The first record of that time or later, else the end. */
    record Time(Instant time) implements SeekTarget {}

    /** So many offsets on (positive) or back (negative), counted from the beginning, the position or the end. */
    record Relative(long delta, From from) implements SeekTarget {}

    /** The committed offset of a group; partitions without one are not moved. */
    record CommittedOf(String groupId) implements SeekTarget {}

    /** What a relative move counts from. */
    enum From {
        BEGINNING,
        POSITION,
        END
    }
}
