package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.rows.Notice;
import java.time.Clock;
import java.time.Instant;

/** What a table says while the cluster does not answer: since when, what is kept, when the next try is. */
public final class Outage {

    private final ClusterSession cluster;
    private final Clock clock;

    public Outage(ClusterSession cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** Returns the state of a running consumer; one that has not noticed yet counts as cut off with its connection. */
    public TableState state(ConsumeStatus status, boolean following) {
        boolean cutOff =
                status.phase() == ConsumePhase.RUNNING && cluster.health() instanceof ConnectionHealth.Reconnecting;
        return cutOff ? TableState.RECONNECTING : TableState.of(status, following);
    }

    /** Returns the words of a state: the word alone, or with the seconds until the next try. */
    public String words(TableState state) {
        long seconds = secondsToRetry();
        return state == TableState.RECONNECTING && seconds > 0 ? "Reconnecting in " + seconds + " s" : state.word();
    }

    /**
     * Returns what to say about it.
     *
     * @param lastArrival when the last record came, in milliseconds since 1970; 0 for never
     */
    public Notice notice(ConsumeStatus status, long lastArrival) {
        String kept = lastArrival == 0
                ? "Nothing was received yet."
                : "Last record at " + new Times(clock.getZone()).time(Instant.ofEpochMilli(lastArrival))
                        + ", all rows kept.";
        if (cluster.health() instanceof ConnectionHealth.Reconnecting retrying) {
            long seconds = secondsToRetry();
            String next = seconds > 0 ? "in " + seconds + " s" : "now";
            return new Notice.BrokerGone(
                    retrying.failure(), kept + " Retry " + retrying.attempt() + " of ∞ " + next + ".");
        }
        BrokerFailure failure = status.failure();
        return failure == null
                ? new Notice.None()
                : new Notice.BrokerGone(failure, kept + " The client goes on trying by itself.");
    }

    private long secondsToRetry() {
        return cluster.health() instanceof ConnectionHealth.Reconnecting retrying
                ? Math.max(0, (retrying.nextTry().toEpochMilli() - clock.millis() + 999) / 1_000)
                : 0;
    }
}
