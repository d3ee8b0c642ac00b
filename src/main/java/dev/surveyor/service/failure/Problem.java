package dev.surveyor.service.failure;

import dev.surveyor.domain.failure.BrokerFailure;
import java.time.Instant;

/**
 * A failure, with all later ones that say the same.
 *
 * @param connection the name of the connection it came from
 * @param failure the last of them
 * @param times how often it came
 * @param first when it came first
 * @param last when it came last
 */
public record Problem(String connection, BrokerFailure failure, long times, Instant first, Instant last) {

    public boolean same(String otherConnection, BrokerFailure other) {
        return connection.equals(otherConnection)
                && failure.what().equals(other.what())
                && failure.why().equals(other.why());
    }

    public Problem again(BrokerFailure now, Instant at) {
        return new Problem(connection, now, times + 1, first, at);
    }
}
