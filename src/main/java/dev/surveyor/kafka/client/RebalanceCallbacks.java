package dev.surveyor.kafka.client;

import dev.surveyor.domain.group.MovedPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a member act inside each callback of a rebalance, and reports the callback with the places of the partitions and
 * its duration. Called by the client on the poll thread, in {@code poll} and in {@code close}.
 */
public final class RebalanceCallbacks implements ConsumerRebalanceListener {

    private final Consumer<?, ?> consumer;
    private final MemberReports reports;
    private final Actions actions;
    private boolean silent;

    /**
     * Makes a listener for one consumer.
     *
     * @param reports where the callbacks are told
     * @param actions what else to do inside them
     */
    public RebalanceCallbacks(Consumer<?, ?> consumer, MemberReports reports, Actions actions) {
        this.consumer = consumer;
        this.reports = reports;
        this.actions = actions;
    }

    /**
     * What the owner of a consumer does inside the callbacks. Each returns where the partitions stand, as far as it is
     * known, in their order.
     */
    public interface Actions {

        /** Called with the partitions that are new, none where the assignment has not grown. */
        List<MovedPartition> assigned(Collection<TopicPartition> partitions);

        /** Called with the partitions that go, whose offsets can still be committed. */
        List<MovedPartition> revoked(Collection<TopicPartition> partitions);

        /** Called with the partitions that are gone, whose offsets can no longer be committed. */
        List<MovedPartition> lost(Collection<TopicPartition> partitions);
    }

    /** From now on nothing is done or reported when partitions go: the member ends as a crash would end it. */
    public void silence() {
        silent = true;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        long start = System.nanoTime();
        Instant at = reports.now();
        reports.identity(consumer.groupMetadata());
        List<MovedPartition> places = actions.assigned(partitions);
        reports.assigned(at, places, since(start));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (silent) {
            return;
        }
        long start = System.nanoTime();
        Instant at = reports.now();
        reports.identity(consumer.groupMetadata());
        List<MovedPartition> places = actions.revoked(partitions);
        reports.revoked(at, places, since(start));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (silent) {
            return;
        }
        long start = System.nanoTime();
        Instant at = reports.now();
        // The client has forgotten its membership by now; what it was before says more.
        List<MovedPartition> places = actions.lost(partitions);
        reports.lost(at, places, since(start));
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
