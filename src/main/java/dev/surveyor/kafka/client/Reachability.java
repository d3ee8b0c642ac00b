package dev.surveyor.kafka.client;

import dev.surveyor.domain.failure.BrokerFailure;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cluster of a connection answers, as its monitor found last. The clients themselves are silent about it:
 * a consumer whose brokers are gone polls nothing, like one that has read all. Safe for use by any thread.
 */
public final class Reachability {

    private volatile @Nullable BrokerFailure failure;

    /** Returns why the cluster does not answer, or null where it does. */
    public @Nullable BrokerFailure failure() {
        return failure;
    }

    public void answers() {
        failure = null;
    }

    public void gone(BrokerFailure why) {
        failure = why;
    }
}
