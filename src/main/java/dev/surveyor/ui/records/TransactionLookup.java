package dev.surveyor.ui.records;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.search.AbortedOffsets;
import dev.surveyor.service.search.Searches;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the transactions of kept records while somebody wants to know. Each record is asked about once, and again only
 * while a transaction before it is open, or after a failure. For the JavaFX thread only.
 */
final class TransactionLookup {

    private static final long PAUSE_MILLIS = 1_000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 10_000;

    private final RecordBuffer buffer;
    private final Supplier<Searches> searches;
    private final RecordTools tools;
    private final BiConsumer<Boolean, @Nullable BrokerFailure> answered;
    private final KnownTransactions known = new KnownTransactions();
    private KnownTransactions.Counts counts = KnownTransactions.Counts.ZERO;
    private boolean wanted;
    private boolean asking;
    private boolean complete;
    private boolean failing;
    private boolean closed;
    private long receivedBefore;
    private long askedAt;

    /**
     * @param answered called after each answer: whether more is known, and the failure where it failed
     */
    TransactionLookup(
            RecordBuffer buffer,
            Supplier<Searches> searches,
            RecordTools tools,
            BiConsumer<Boolean, @Nullable BrokerFailure> answered) {
        this.buffer = buffer;
        this.searches = searches;
        this.tools = tools;
        this.answered = answered;
    }

    KnownTransactions known() {
        return known;
    }

    /** Returns how many kept records were of which kind at the last answer. */
    KnownTransactions.Counts counts() {
        return counts;
    }

    /** Returns whether all that was kept at some moment since it is wanted has been looked up. */
    boolean complete() {
        return complete;
    }

    boolean failing() {
        return failing;
    }

    /** Returns whether something that was received is still to be looked up. */
    boolean pending(long received) {
        return wanted && (asking || received != receivedBefore);
    }

    /** Begins to look up, or forgets all that is known. */
    void want(boolean now) {
        if (now != wanted) {
            wanted = now;
            complete = false;
            failing = false;
            if (now) {
                askNow();
            } else {
                known.exchange(Map.of());
                counts = KnownTransactions.Counts.ZERO;
            }
        }
    }

    /** Asks no more; an answer that is on its way is not taken. */
    void close() {
        closed = true;
    }

    /** Asks at once about all that is undecided. */
    void askNow() {
        if (!asking && !closed) {
            ask();
        }
    }

    /** Asks about what came meanwhile, not too often; returns whether there is more to ask about. */
    boolean tick(long received) {
        if (!wanted) {
            return false;
        }
        long pause = failing ? PAUSE_AFTER_FAILURE_MILLIS : PAUSE_MILLIS;
        boolean due = failing || received != receivedBefore || counts.open() > 0;
        if (due && !asking && tools.clock().millis() - askedAt >= pause) {
            ask();
        }
        return pending(received);
    }

    private void ask() {
        asking = true;
        askedAt = tools.clock().millis();
        receivedBefore = buffer.counts().received();
        Map<PartitionId, DecidedOffsets> before = known.all();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                        () -> KeptOffsets.of(buffer.records(), before), tools.background())
                .thenCompose(topics -> askEach(topics, before))
                .thenCompose(now -> CompletableFuture.supplyAsync(
                        () -> new Answer(now, KnownTransactions.count(buffer.records(), now)), tools.background()));
        tools.ui().whenDone(answer, (now, failed) -> {
            asking = false;
            if (wanted && !closed) {
                take(now, failed);
            }
        });
    }

    /** Asks about one topic after the other, and returns all that is known then. */
    private CompletableFuture<Map<PartitionId, DecidedOffsets>> askEach(
            Map<String, Map<Integer, KeptOffsets>> topics, Map<PartitionId, DecidedOffsets> before) {
        CompletableFuture<Map<PartitionId, DecidedOffsets>> all =
                CompletableFuture.completedFuture(new HashMap<>(before));
        for (Map.Entry<String, Map<Integer, KeptOffsets>> topic : topics.entrySet()) {
            Map<Integer, long[]> asked = new HashMap<>();
            topic.getValue().forEach((number, kept) -> asked.put(number, kept.undecided()));
            all = all.thenCompose(now -> new AbortedOffsets(searches.get())
                    .ask(topic.getKey(), asked)
                    .thenApply(answers -> {
                        answers.forEach((number, answer) -> {
                            PartitionId id = new PartitionId(topic.getKey(), number);
                            KeptOffsets kept = topic.getValue().get(number);
                            if (kept != null) {
                                now.put(
                                        id,
                                        DecidedOffsets.with(before.get(id), kept.undecided(), answer, kept.oldest()));
                            }
                        });
                        return now;
                    }));
        }
        return all;
    }

    private void take(@Nullable Answer now, @Nullable Throwable failed) {
        if (now == null) {
            boolean again = failing;
            failing = true;
            answered.accept(false, again ? null : BrokerFailureException.in(Objects.requireNonNull(failed)));
            return;
        }
        failing = false;
        complete = true;
        counts = now.counts();
        answered.accept(known.exchange(now.known()), null);
    }

    /** All that is known, and what that makes of the kept records. */
    private record Answer(Map<PartitionId, DecidedOffsets> known, KnownTransactions.Counts counts) {}
}
