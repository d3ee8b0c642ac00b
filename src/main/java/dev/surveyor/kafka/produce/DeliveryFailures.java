package dev.surveyor.kafka.produce;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.produce.OutgoingRecord;

/** Words for a record that was not delivered. */
public interface DeliveryFailures {

    /** Returns what happened to the record, why, and what to do. */
    BrokerFailure of(OutgoingRecord record, Throwable thrown);
}
