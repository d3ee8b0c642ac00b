package dev.surveyor.ui.records;

import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.search.AbortedOffsets;
import dev.surveyor.service.search.Searches;
import dev.surveyor.ui.parts.Numbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which kept records are of aborted or open transactions, where the user wants them marked. Each record is asked about
 * once, and again only while a transaction before it is open. For the JavaFX thread only.
 */
public final class TransactionMarks {

    private static final long PAUSE_MILLIS = 2_000;

    private final RecordBuffer buffer;
    private final Supplier<Searches> searches;
    private final RecordTools tools;
    private final Consumer<Notice> tell;
    private final Runnable redraw;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Map<PartitionId, DecidedOffsets> known = new HashMap<>();
    private boolean asking;
    private boolean first;
    private long receivedBefore;
    private long askedAt;

    TransactionMarks(
            RecordBuffer buffer,
            Supplier<Searches> searches,
            RecordTools tools,
            Consumer<Notice> tell,
            Runnable redraw) {
        this.buffer = buffer;
        this.searches = searches;
        this.tools = tools;
        this.tell = tell;
        this.redraw = redraw;
        wanted.addListener((source, before, now) -> {
            known = new HashMap<>();
            changed();
            first = now;
            if (now && !asking) {
                ask();
            }
        });
    }

    /** Whether records of aborted and open transactions are marked. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Returns a number that changes whenever more is known. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Returns what is known to be wrong with the record's transaction, null where nothing is. */
    public @Nullable TransactionState of(ConsumedRecord record) {
        DecidedOffsets partition = known.get(record.partition());
        return partition == null ? null : partition.of(record.offset());
    }

    /** Returns what there is to say about the record's transaction, in words. */
    public String words(ConsumedRecord record) {
        TransactionState state = of(record);
        if (state != null) {
            return state == TransactionState.ABORTED ? "aborted" : state.words();
        }
        DecidedOffsets partition = known.get(record.partition());
        boolean asked = partition != null && partition.decided(record.offset());
        return asked ? "committed, or none" : "— (not looked up)";
    }

    /** Asks about what came meanwhile, not too often; returns whether there is more to ask about. */
    boolean tick(long received) {
        if (!wanted.get()) {
            return false;
        }
        boolean due = received != receivedBefore || openKnown();
        if (due && !asking && tools.clock().millis() - askedAt >= PAUSE_MILLIS) {
            receivedBefore = received;
            ask();
        }
        return asking || received != receivedBefore;
    }

    private boolean openKnown() {
        return known.values().stream().anyMatch(partition -> partition.decidedTo() < partition.askedTo());
    }

    private void ask() {
        asking = true;
        askedAt = tools.clock().millis();
        Map<PartitionId, DecidedOffsets> before = known;
        AbortedOffsets source = new AbortedOffsets(searches.get());
        CompletableFuture<Map<PartitionId, DecidedOffsets>> answer = CompletableFuture.supplyAsync(
                        () -> KeptOffsets.of(buffer.records(), before), tools.background())
                .thenCompose(topics -> askEach(source, topics, before));
        tools.ui().whenDone(answer, (now, failed) -> {
            asking = false;
            if (wanted.get()) {
                answered(now, failed);
            }
        });
    }

    /** Asks about one topic after the other, and returns all that is known then. */
    private static CompletableFuture<Map<PartitionId, DecidedOffsets>> askEach(
            AbortedOffsets source,
            Map<String, Map<Integer, KeptOffsets>> topics,
            Map<PartitionId, DecidedOffsets> before) {
        Map<PartitionId, DecidedOffsets> now = new HashMap<>(before);
        CompletableFuture<Map<PartitionId, DecidedOffsets>> all = CompletableFuture.completedFuture(now);
        for (Map.Entry<String, Map<Integer, KeptOffsets>> topic : topics.entrySet()) {
            Map<Integer, long[]> asked = new HashMap<>();
            topic.getValue().forEach((number, kept) -> asked.put(number, kept.undecided()));
            all = all.thenCompose(known -> source.ask(topic.getKey(), asked).thenApply(answers -> {
                answers.forEach((number, answer) -> {
                    PartitionId id = new PartitionId(topic.getKey(), number);
                    KeptOffsets kept = topic.getValue().get(number);
                    if (kept != null) {
                        known.put(id, DecidedOffsets.with(before.get(id), kept.undecided(), answer, kept.oldest()));
                    }
                });
                return known;
            }));
        }
        return all;
    }

    private void answered(@Nullable Map<PartitionId, DecidedOffsets> now, @Nullable Throwable failed) {
        if (now == null) {
            wanted.set(false);
            tell.accept(new Notice.Failed(BrokerFailureException.in(Objects.requireNonNull(failed))));
            return;
        }
        known = now;
        if (first) {
            first = false;
            tell.accept(found());
        }
        changed();
    }

    private Notice found() {
        long aborted = 0;
        long open = 0;
        for (ConsumedRecord record : buffer.records()) {
            TransactionState state = of(record);
            aborted += state == TransactionState.ABORTED ? 1 : 0;
            open += state == TransactionState.OPEN ? 1 : 0;
        }
        return new Notice.Told(
                Numbers.grouped(aborted) + " kept records are of aborted transactions, " + Numbers.grouped(open)
                        + " in or behind open ones.",
                "They are struck through, or have a clock at the left. A reader of committed records does not get them;"
                        + " new records are looked up every few seconds.");
    }

    private void changed() {
        changes.set(changes.get() + 1);
        redraw.run();
    }
}
