package dev.surveyor.domain.produce;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Duration;

/** What has become of a sent record. */
public sealed interface DeliveryState {

    /** Handed to the client, not yet to the network. */
    record Queued() implements DeliveryState {}

    /** Taken by the client into a batch for its partition. */
    record InFlight() implements DeliveryState {}

    /**
     * Acknowledged by the broker.
     *
     * @param place partition and offset; the offset is {@link dev.surveyor.domain.record.LogicalOffset#UNSET} where the
     *     broker knew the record from an earlier try and no longer its offset
     * @param latency from the call to the acknowledgement
     */
    record Acknowledged(PartitionOffset place, Duration latency) implements DeliveryState {}

    /**
     * Handed to the network with {@code acks=0}: no answer was asked for and none will come, so nobody knows whether a
     * broker took it.
     *
     * @param place the partition; its offset is {@link dev.surveyor.domain.record.LogicalOffset#UNSET}
     * @param after from the call until the client let go of it
     */
    record Unanswered(PartitionOffset place, Duration after) implements DeliveryState {}

    /**
     * Not delivered, as far as the client knows.
     *
     * @param failure what happened, why, what to do
     * @param after how long it took to fail
     */
    record Failed(BrokerFailure failure, Duration after) implements DeliveryState {}
}
