package dev.surveyor.kafka.client;

import dev.surveyor.domain.failure.BrokerFailure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cluster of a connection answers, as its monitor found last. The clients themselves are silent about it:
 * a consumer whose brokers are gone polls nothing, like one that has read all. Safe for use by any thread.
 */
public final class Reachability {

    private volatile @Nullable BrokerFailure failure;
    private volatile Set<Integer> members = Set.of();

    /** Returns why the cluster does not answer, or null where it does. */
    public @Nullable BrokerFailure failure() {
        return failure;
    }

    /**
     * Notes that the cluster answers.
     *
     * @param brokers the ids of those that are part of it now
     */
    public void answers(Set<Integer> brokers) {
        failure = null;
        members = Set.copyOf(brokers);
    }

    /** Returns whether the broker is known not to be part of the cluster now: clients name it as a leader for longer. */
    public boolean lacks(int broker) {
        Set<Integer> known = members;
        return !known.isEmpty() && !known.contains(broker);
    }

    public void gone(BrokerFailure why) {
        failure = why;
    }
}
