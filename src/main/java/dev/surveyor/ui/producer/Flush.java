package dev.surveyor.ui.producer;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.produce.PageProducers;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Waits until everything is delivered, or until the time is up, and says how far it is. For the JavaFX thread only. */
final class Flush {

    /** Where a flush stands. */
    enum State {
        IDLE,
        WAITING,
        DONE,
        TIMED_OUT,
        STOPPED,
        FAILED
    }

    private final PageProducers producers;
    private final DeliveryList deliveries;
    private final UiExecutor uiExecutor;
    private final Clock clock;

    private final StringProperty timeoutText = new SimpleStringProperty("5 s");
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.IDLE);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper more = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();

    private @Nullable CompletableFuture<?> running;
    private Instant startedAt;
    private Duration timeout = Duration.ofSeconds(5);
    private List<DeliveryRow> left = List.of();

    /** How many of the sends that are waited for have no report now. */
    private LongSupplier open = () -> 0;

    private long openAtEnd;

    Flush(PageProducers producers, DeliveryList deliveries, UiExecutor uiExecutor, Clock clock) {
        this.producers = producers;
        this.deliveries = deliveries;
        this.uiExecutor = uiExecutor;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    // Properties

    /** Returns the time-out as it is typed, in seconds. */
    StringProperty timeoutProperty() {
        return timeoutText;
    }

    ObjectProperty<State> stateProperty() {
        return state;
    }

    /** Returns what is going on, {@code Flush: waiting for 42 of 1 000}. */
    ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** Returns what is to be known beside it. */
    ReadOnlyStringProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Returns the share that is delivered, 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns why the time-out cannot be used; empty where it can. */
    String problem() {
        return seconds() == null ? "Flush: expected seconds from 0.1 to 3600, such as 5 s." : "";
    }

    /** Returns the sends that had no report when the time was up. */
    List<DeliveryRow> left() {
        return left;
    }

    // Commands

    /** Begins to wait, unless it waits already. */
    void start() {
        Duration given = seconds();
        if (state.get() == State.WAITING || given == null) {
            return;
        }
        timeout = given;
        startedAt = clock.instant();
        failure.set(null);
        state.set(State.WAITING);
        open = producers.openOfNow();
        CompletableFuture<?> mine = producers.flush(timeout);
        running = mine;
        tick();
        uiExecutor.whenDone(mine, (rest, thrown) -> {
            if (running == mine) {
                running = null;
                end(thrown);
            }
        });
    }

    /** Stops waiting; nothing that was sent is taken back. */
    void stop() {
        CompletableFuture<?> waiting = running;
        running = null;
        if (waiting != null) {
            waiting.cancel(true);
            state.set(State.STOPPED);
            openAtEnd = open.getAsLong();
            showRest();
        }
    }

    /** Takes the strip away. */
    void dismiss() {
        if (state.get() != State.WAITING) {
            state.set(State.IDLE);
        }
    }

    /** Counts again; to be called at each tick. */
    void tick() {
        if (state.get() == State.TIMED_OUT || state.get() == State.STOPPED) {
            showRest();
        }
        if (state.get() != State.WAITING) {
            return;
        }
        Counts counts = producers.counts();
        long waitingFor = counts.open();
        double passed = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
        headline.set("Flush: waiting for " + Numbers.grouped(waitingFor) + " of " + Numbers.grouped(counts.sent()));
        more.set(String.format(
                Locale.ROOT, "%.1f s of %s \u00b7 nothing is dropped when the wait ends", passed, words()));
        progress.set(counts.sent() == 0 ? 1 : (double) (counts.sent() - waitingFor) / counts.sent());
    }

    private void end(@Nullable Throwable thrown) {
        if (thrown != null) {
            failure.set(BrokerFailureException.in(thrown));
            state.set(State.FAILED);
            return;
        }
        left = deliveries.unreported();
        openAtEnd = open.getAsLong();
        if (openAtEnd == 0) {
            state.set(State.DONE);
            say(
                    "Flush: everything has its report.",
                    Numbers.grouped(producers.counts().sent()) + " sent");
            return;
        }
        state.set(State.TIMED_OUT);
        showRest();
        deliveries.showOnly(left);
    }

    /** Says what has no report now, after the wait has ended: the producer goes on, and so do the words. */
    private void showRest() {
        long rest = open.getAsLong();
        if (rest == 0) {
            long passed = Duration.between(startedAt, clock.instant()).toMillis();
            state.set(State.DONE);
            say(
                    "Flush: everything has its report now.",
                    String.format(Locale.ROOT, "The last came within %.1f s.", passed / 1000.0));
            return;
        }
        String what = rest == openAtEnd
                ? Counted.of(rest, "record") + " not yet confirmed."
                : Numbers.grouped(rest) + " of " + Counted.of(openAtEnd, "record") + " not yet confirmed.";
        if (state.get() == State.STOPPED) {
            say("Flush: stopped waiting, " + what, "The producer goes on with " + (rest == 1 ? "it." : "them."));
        } else {
            say(
                    "Flush timed out: " + what,
                    (rest == 1 ? "It keeps" : "They keep") + " retrying up to delivery.timeout.ms; the list shows "
                            + (openAtEnd == 1 ? "it." : "them."));
        }
    }

    private void say(String what, String beside) {
        headline.set(what);
        more.set(beside);
    }

    private String words() {
        return timeoutText.get().strip().replaceFirst("\\s*s$", "") + " s";
    }

    private @Nullable Duration seconds() {
        String digits = timeoutText.get().strip().replaceFirst("\\s*s$", "");
        if (!digits.matches("\\d{1,4}(\\.\\d)?")) {
            return null;
        }
        double value = Double.parseDouble(digits);
        return value < 0.1 || value > 3600 ? null : Duration.ofMillis(Math.round(value * 1000));
    }
}
