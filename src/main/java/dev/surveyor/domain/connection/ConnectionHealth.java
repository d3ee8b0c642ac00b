package dev.surveyor.domain.connection;

import dev.surveyor.domain.failure.BrokerFailure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a connection is doing. */
public sealed interface ConnectionHealth {

    /** Not connected, and nobody asked for it. */
    record Disconnected() implements ConnectionHealth {}

    /** Asked for; the cluster has not answered yet. */
    record Connecting(Instant since) implements ConnectionHealth {}

    /**
     * The cluster answers.
     *
     * @param roundTrip the time of the last question and answer
     * @param clusterId the cluster's id
     * @param version the release of its brokers as far as it can be told, or null
     */
    record Connected(
            Duration roundTrip, String clusterId, @Nullable String version) implements ConnectionHealth {}

    /**
     * It answered before and does not now; the clients go on trying.
     *
     * @param failure what happened, naming the connection
     * @param attempt how many tries there were, from 1
     * @param since when it was found gone
     * @param nextTry when the next try begins
     */
    record Reconnecting(BrokerFailure failure, int attempt, Instant since, Instant nextTry)
            implements ConnectionHealth {}

    /** It could not be reached at all; nothing is tried until the user asks. */
    record Failed(BrokerFailure failure) implements ConnectionHealth {}
}
