package dev.surveyor.domain.consume;

import dev.surveyor.domain.record.PartitionOffset;
import java.time.Duration;

/** What became of the wish to read one record. */
public sealed interface ReadOutcome {

    /** A record came; it went where all records of the consumer go. */
    record Read(PartitionOffset place) implements ReadOutcome {}

    /** No record came within the time. The cluster is not at fault. */
    record TimedOut(Duration timeout) implements ReadOutcome {}
}
