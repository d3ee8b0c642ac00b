package dev.surveyor.kafka.consume;

import dev.surveyor.service.consume.RecordSink;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds fetching while the user or a full buffer says so, and lets polling go on, so that membership survives and
 * nothing is dropped. Poll thread only, but for {@link #hold}.
 */
final class BackPressure {

    private final RecordSink sink;
    private volatile boolean wished;
    /** As it was at the last turn: what is said of a consumer must be true of its client. */
    private boolean heldByUser;

    private boolean heldByBuffer;

    BackPressure(RecordSink sink) {
        this.sink = sink;
    }

    /** Says what the user wants. Any thread. */
    void hold(boolean held) {
        wished = held;
    }

    /** Returns whether the user wants nothing to be fetched, which takes effect with the next turn. */
    boolean wished() {
        return wished;
    }

    boolean heldByUser() {
        return heldByUser;
    }

    boolean heldByBuffer() {
        return heldByBuffer;
    }

    boolean held() {
        return heldByUser || heldByBuffer;
    }

    /**
     * Pauses or resumes the partitions that are assigned now: a rebalance may have brought others.
     *
     * @param late partitions that have no place to read from yet, and stay paused
     * @param wanted whether somebody waits for one record although the user has paused
     */
    void apply(Consumer<?, ?> client, Set<TopicPartition> late, boolean wanted) {
        heldByUser = wished;
        heldByBuffer = !sink.hasRoom();
        boolean hold = heldByBuffer || (heldByUser && !wanted);
        Set<TopicPartition> paused = new HashSet<>(client.paused());
        if (hold && paused.size() < client.assignment().size()) {
            client.pause(client.assignment());
        } else if (!hold) {
            paused.removeAll(late);
            if (!paused.isEmpty()) {
                client.resume(paused);
            }
        }
    }
}
