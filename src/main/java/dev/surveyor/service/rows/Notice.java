package dev.surveyor.service.rows;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionOffset;
import java.util.List;

/** What the strip above a table has to say. At most one at a time, the most pressing. */
public sealed interface Notice {

    /** Nothing. */
    record None() implements Notice {}

    /** The broker does not answer; the client goes on trying. */
    record BrokerGone(BrokerFailure failure, String progress) implements Notice {}

    /** Some partitions give no records now, and why; the others do. */
    record Missing(List<PartitionTrouble> troubles, int others) implements Notice {}

    /** The consumer ended for good. */
    record Failed(BrokerFailure failure) implements Notice {}

    /** Fetching is off so that the row the user looks at is not evicted. */
    record BufferFull() implements Notice {}

    /** An answer to a question of the user. */
    record Told(String what, String more) implements Notice {}

    /** Something that the user did, and what takes it back. */
    record Undoable(String what, String more, Runnable undo) implements Notice {}

    /** Something to know, and what can be done about it. */
    record Offer(String what, String more, String verb, Runnable action) implements Notice {}

    /** A record that was asked for is not among the rows. */
    record NotHere(PartitionOffset place, boolean hiddenByFilter) implements Notice {}
}
