package dev.surveyor.domain.produce;

import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Instant;

/**
 * One send and its state at a moment; a later state has the same number.
 *
 * @param number counts the sends of one producer, from 1
 * @param sentAt when it was handed over
 * @param record what was sent
 * @param state what has become of it
 */
public record Delivery(long number, Instant sentAt, OutgoingRecord record, DeliveryState state) {

    /** Returns the same send in another state. */
    public Delivery in(DeliveryState newState) {
        return new Delivery(number, sentAt, record, newState);
    }

    /** Returns the place as far as it is known, with the error of a failed send. */
    public PartitionOffset place() {
        if (state instanceof DeliveryState.Acknowledged acknowledged) {
            return acknowledged.place();
        }
        if (state instanceof DeliveryState.Unanswered unanswered) {
            return unanswered.place();
        }
        Integer fixed = record.partition();
        PartitionId partition = new PartitionId(record.topic(), fixed == null ? PartitionId.UNASSIGNED : fixed);
        String error =
                state instanceof DeliveryState.Failed failed ? failed.failure().what() : null;
        return new PartitionOffset(partition, LogicalOffset.UNSET.number(), null, error, null);
    }
}
