package dev.surveyor.ui.producer;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One send in the list; its delivery changes in place. For the JavaFX thread only. */
final class DeliveryRow {

    /** The kinds of states, for filters and for looks. */
    enum State {
        QUEUED("queued"),
        IN_FLIGHT("in flight"),
        ACKED("acked"),
        UNANSWERED("no answer"),
        FAILED("failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final long number;
    private final ReadOnlyObjectWrapper<Delivery> delivery;

    DeliveryRow(long number, Delivery delivery) {
        this.number = number;
        this.delivery = new ReadOnlyObjectWrapper<>(delivery);
    }

    /** Returns the number of the send on this page, from 1, whatever producer it went through. */
    long number() {
        return number;
    }

    ReadOnlyObjectProperty<Delivery> deliveryProperty() {
        return delivery.getReadOnlyProperty();
    }

    Delivery delivery() {
        return delivery.get();
    }

    /** Takes a later state; an older one that was overtaken is passed over. */
    void update(Delivery later) {
        if (stateOf(later).compareTo(state()) > 0) {
            delivery.set(later);
        }
    }

    State state() {
        return stateOf(delivery.get());
    }

    static State stateOf(Delivery delivery) {
        DeliveryState state = delivery.state();
        if (state instanceof DeliveryState.Queued) {
            return State.QUEUED;
        }
        if (state instanceof DeliveryState.InFlight) {
            return State.IN_FLIGHT;
        }
        if (state instanceof DeliveryState.Unanswered) {
            return State.UNANSWERED;
        }
        return state instanceof DeliveryState.Acknowledged ? State.ACKED : State.FAILED;
    }

    /** Returns the partition as far as it is known, else -1. */
    int partition() {
        return delivery().place().partition().partition();
    }

    /** Returns the place of an acknowledged record whose offset is known, else null. */
    @Nullable
    PartitionOffset shownPlace() {
        return delivery().state() instanceof DeliveryState.Acknowledged acked
                        && acked.place().offset() >= 0
                ? acked.place()
                : null;
    }

    @Nullable
    BrokerFailure failure() {
        return delivery().state() instanceof DeliveryState.Failed failed ? failed.failure() : null;
    }

    /** Returns how long the final report took, or null before it. */
    static @Nullable Duration took(Delivery delivery) {
        if (delivery.state() instanceof DeliveryState.Acknowledged acked) {
            return acked.latency();
        }
        if (delivery.state() instanceof DeliveryState.Unanswered unanswered) {
            return unanswered.after();
        }
        return delivery.state() instanceof DeliveryState.Failed failed ? failed.after() : null;
    }

    /** Returns the place, what is known of it, or the failure in a sentence. */
    String result() {
        if (delivery().state() instanceof DeliveryState.Acknowledged acked) {
            return acked.place().toString();
        }
        if (delivery().state() instanceof DeliveryState.Unanswered unanswered) {
            return unanswered.place() + "  sent, no answer asked for: offset unknown (acks=0)";
        }
        BrokerFailure failure = failure();
        return failure == null ? "\u2014" : failure.sentence();
    }
}
