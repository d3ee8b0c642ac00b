package dev.surveyor.kafka.search;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.cluster.Troubles;
import dev.surveyor.service.search.MatchBuffer;
import dev.surveyor.service.search.SearchLimit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** What the readers of one search share: when to stop, what they wait for, and where matches go. For any thread. */
final class SearchControl {

    private final ClientContext context;
    private final String name;
    private final String activity;
    private final SearchLimit limit;
    private final MatchBuffer matches;

    private volatile boolean stopping;
    private volatile boolean cancelled;
    private volatile boolean full;
    private volatile boolean limitReached;
    private volatile int partitionsNow;
    private final Set<Object> waiting = new HashSet<>();
    private @Nullable BrokerFailure trouble;
    private @Nullable BrokerFailure failure;
    private boolean reading;
    private boolean ended;
    private int interruptions;

    SearchControl(ClientContext context, String name, String topic, SearchLimit limit) {
        this.context = context;
        this.name = name;
        this.activity = "searching " + topic;
        this.limit = limit;
        this.matches = new MatchBuffer(limit);
    }

    MatchBuffer matches() {
        return matches;
    }

    boolean stopping() {
        return stopping;
    }

    boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
        stopping = true;
    }

    /** An interrupt ends the search like a cancel: somebody wants the thread back. */
    void stopIfInterrupted(KafkaException stopped) {
        if (stopped instanceof InterruptException) {
            cancel();
        }
    }

    /** Returns whether matches are still kept; false once the limit is reached. */
    boolean wantsMore() {
        return !full;
    }

    void keep(ConsumedRecord match) {
        boolean unused = matches.add(match);
        full = matches.isFull();
        if (full && limit.stops()) {
            limitReached = true;
            stopping = true;
        }
    }

    /** Notes how many partitions the topic has now. */
    void partitionsNow(int count) {
        partitionsNow = count;
    }

    /** Returns how many partitions the topic had when somebody looked last, 0 where nobody did. */
    int partitionsNow() {
        return partitionsNow;
    }

    boolean limitReached() {
        return limitReached;
    }

    synchronized SearchPhase phase() {
        if (ended) {
            return SearchPhase.ENDED;
        }
        SearchPhase undisturbed = reading ? SearchPhase.READING : SearchPhase.PREPARING;
        return waiting.isEmpty() ? undisturbed : SearchPhase.WAITING;
    }

    synchronized void ended() {
        ended = true;
        waiting.clear();
    }

    /** Returns why a reader waits, or null where none does. */
    synchronized @Nullable BrokerFailure trouble() {
        return waiting.isEmpty() ? null : trouble;
    }

    /** The offsets are known, and reading begins. */
    synchronized void planned() {
        reading = true;
        waiting.clear();
    }

    /** This reader has got something. */
    synchronized void moving(Object reader) {
        waiting.remove(reader);
    }

    /** Notes that a reader waits for what may pass, and throws what will not. */
    void waitingOrThrow(Object reader, KafkaException failed) {
        BrokerFailure explained = context.failures().translate(activity, failed);
        if (explained.kind() != BrokerFailure.Kind.RETRIABLE) {
            throw failed;
        }
        waiting(reader, explained);
    }

    /** Notes that a reader waits for these partitions, which may come back. */
    void waitingFor(Object reader, Collection<PartitionTrouble> troubles) {
        waiting(
                reader,
                context.failures()
                        .say(
                                Troubles.listed(troubles),
                                "All other partitions are read.",
                                BrokerFailure.Kind.RETRIABLE,
                                List.of("Wait until its broker is back", "Cancel, and keep what was found")));
    }

    private synchronized void waiting(Object reader, BrokerFailure why) {
        if (reading && waiting.isEmpty()) {
            interruptions++;
        }
        trouble = why;
        waiting.add(reader);
    }

    synchronized int interruptions() {
        return interruptions;
    }

    /** Ends the search for good; the first failure counts. */
    synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown instanceof TopicChangedException changed
                    ? context.failures()
                            .say(
                                    "the topic changed while it was searched: " + changed.getMessage(),
                                    changed.reason(),
                                    BrokerFailure.Kind.FATAL,
                                    List.of("Search again"))
                    : context.failures().translate(activity, thrown);
            context.events().publish(new ClientEvent.ClientError(context.clock().instant(), name, failure, true));
        }
        stopping = true;
    }

    synchronized @Nullable BrokerFailure failure() {
        return failure;
    }
}
