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
     * Acknowledged, or sent with {@code acks=0} and so never to be acknowledged: then the offset is
     * {@link dev.surveyor.domain.record.LogicalOffset#UNSET}.
     *
     * @param place partition and offset
     * @param latency from the call to the acknowledgement
     */
    record Acknowledged(PartitionOffset place, Duration latency) implements DeliveryState {}

    /**
     * Not delivered, as far as the client knows.
     *
     * @param failure what happened, why, what to do
     * @param after how long it took to fail
     */
    record Failed(BrokerFailure failure, Duration after) implements DeliveryState {}
}
