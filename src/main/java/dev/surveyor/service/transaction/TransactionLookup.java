package dev.surveyor.service.transaction;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.search.AbortedOffsets;
import dev.surveyor.service.search.Searches;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Looks up the transactions of kept records, of one topic after the other. For any thread. */
public final class TransactionLookup {

    private final RecordBuffer buffer;
    private final Supplier<Searches> searches;
    private final Executor background;

    /**
     * @param buffer whose records are looked up
     * @param searches asked again for each look-up
     * @param background counts and compares kept records
     */
    public TransactionLookup(RecordBuffer buffer, Supplier<Searches> searches, Executor background) {
        this.buffer = buffer;
        this.searches = searches;
        this.background = background;
    }

    /** All that is known, and what that makes of the kept records. */
    public record Answer(Map<PartitionId, DecidedOffsets> known, KnownTransactions.Counts counts) {}

    /** Asks about all that is kept and not decided before. */
    public CompletableFuture<Answer> ask(Map<PartitionId, DecidedOffsets> before) {
        return CompletableFuture.supplyAsync(() -> KeptOffsets.of(buffer.records(), before), background)
                .thenCompose(topics -> askEach(topics, before))
                .thenCompose(now -> CompletableFuture.supplyAsync(
                        () -> new Answer(now, KnownTransactions.count(buffer.records(), now)), background));
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
}
