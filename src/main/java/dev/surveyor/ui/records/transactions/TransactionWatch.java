package dev.surveyor.ui.records.transactions;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.transaction.KnownTransactions;
import dev.surveyor.service.transaction.TransactionLookup;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the transactions of kept records looked up while somebody wants to know. Each record is asked about once, and again only
 * while a transaction before it is open, or after a failure. For the JavaFX thread only.
 */
public final class TransactionWatch {

    private static final long PAUSE_MILLIS = 1_000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 10_000;

    private final RecordBuffer buffer;
    private final TransactionLookup lookup;
    private final UiExecutor ui;
    private final Clock clock;
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
    public TransactionWatch(
            RecordBuffer buffer,
            TransactionLookup lookup,
            UiExecutor ui,
            Clock clock,
            BiConsumer<Boolean, @Nullable BrokerFailure> answered) {
        this.buffer = buffer;
        this.lookup = lookup;
        this.ui = ui;
        this.clock = clock;
        this.answered = answered;
    }

    public KnownTransactions known() {
        return known;
    }

    /** Returns how many kept records were of which kind at the last answer. */
    public KnownTransactions.Counts counts() {
        return counts;
    }

    /** Returns whether all that was kept at some moment since it is wanted has been looked up. */
    public boolean complete() {
        return complete;
    }

    public boolean failing() {
        return failing;
    }

    /** Returns whether something that was received is still to be looked up. */
    public boolean pending(long received) {
        return wanted && (asking || received != receivedBefore);
    }

    /** Begins to look up, or forgets all that is known. */
    public void want(boolean now) {
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
    public void close() {
        closed = true;
    }

    /** Asks at once about all that is undecided. */
    public void askNow() {
        if (!asking && !closed) {
            ask();
        }
    }

    /** Asks about what came meanwhile, not too often; returns whether there is more to ask about. */
    public boolean tick(long received) {
        if (!wanted) {
            return false;
        }
        long pause = failing ? PAUSE_AFTER_FAILURE_MILLIS : PAUSE_MILLIS;
        boolean due = failing || received != receivedBefore || counts.open() > 0;
        if (due && !asking && clock.millis() - askedAt >= pause) {
            ask();
        }
        return pending(received);
    }

    private void ask() {
        asking = true;
        askedAt = clock.millis();
        receivedBefore = buffer.counts().received();
        ui.whenDone(lookup.ask(known.all()), (now, failed) -> {
            asking = false;
            if (wanted && !closed) {
                take(now, failed);
            }
        });
    }

    private void take(TransactionLookup.@Nullable Answer now, @Nullable Throwable failed) {
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
}
