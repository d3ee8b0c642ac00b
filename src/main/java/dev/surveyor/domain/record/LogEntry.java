package dev.surveyor.domain.record;

/** What a list of records can hold: a record, or the note that some offsets before one were not delivered. */
public sealed interface LogEntry permits ConsumedRecord, OffsetGap {

    PartitionId partition();

    /** Returns the offset, the first one of a gap. */
    long offset();
}
