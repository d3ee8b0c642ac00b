package dev.surveyor.service.produce;

import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An open producer. Safe for use by any thread; every method returns at once. */
public interface ProduceSession extends AutoCloseable {

    ProducerSettings settings();

    /** Returns the {@code client.id} of this producer. */
    String clientId();

    /**
     * Sends a record. Each state of the delivery is told to the listener, on a thread of the producer.
     *
     * @param record what to send
     * @param route whether the final report also goes to the shared event stream of the connection
     * @param listener told queued, in flight, then acknowledged, unanswered or failed, each once and in that order
     * @return the delivery as it was queued
     */
    Delivery send(OutgoingRecord record, ReportRoute route, Consumer<Delivery> listener);

    /** Returns the sends by state; they add up. */
    Counts counts();

    /** Returns how many of the first sends have no final report yet; numbers count the sends of this producer from 1. */
    long openUpTo(long number);

    /**
     * Waits until everything sent so far has its report, or until the time is up; nothing is dropped either way.
     *
     * @return the deliveries that have none yet, empty when all have; cancelling stops the waiting
     */
    CompletableFuture<List<Delivery>> flush(Duration timeout);

    /** Closes at once without waiting for the JavaFX thread: what is queued has the given time to be delivered. */
    CompletableFuture<Void> close(Duration timeout);

    @Override
    void close();

    /** Where the final report of a send goes (the Go client's delivery channel). */
    enum ReportRoute {
        /** Only to the listener of this send. */
        OWN_PANEL,
        /** To the connection's shared event stream too. */
        EVENT_STREAM
    }

    /**
     * Sends by state: sent = queued + in flight + acknowledged + unanswered + failed.
     *
     * @param unanswered those with {@code acks=0}, for which no answer was asked
     */
    record Counts(long sent, long queued, long inFlight, long acknowledged, long unanswered, long failed) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        /** Returns how many have no final report yet. */
        public long open() {
            return queued + inFlight;
        }

        /** Returns both together. */
        public Counts plus(Counts other) {
            return new Counts(
                    sent + other.sent,
                    queued + other.queued,
                    inFlight + other.inFlight,
                    acknowledged + other.acknowledged,
                    unanswered + other.unanswered,
                    failed + other.failed);
        }
    }
}
