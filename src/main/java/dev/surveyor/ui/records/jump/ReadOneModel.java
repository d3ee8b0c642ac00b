package dev.surveyor.ui.records.jump;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.consume.ConsumeViewModel;
import dev.surveyor.ui.records.consume.TableNotices;
import dev.surveyor.ui.records.rows.RowFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Reads one record at a time, or all until none comes for a while. For the JavaFX thread only. */
public final class ReadOneModel {

    private final ConsumeViewModel consume;
    private final RowFeed feed;
    private final RecordJump jump;
    private final TableNotices notices;
    private final EventStream events;
    private final Clock clock;
    private final UiExecutor ui;
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private @Nullable CompletableFuture<ReadOutcome> wish;
    private @Nullable Duration idleLimit;
    private int wishes;
    private long until;

    /**
     * @param jump selects what was read
     * @param events told where nothing came in time
     */
    public ReadOneModel(
            ConsumeViewModel consume,
            RowFeed feed,
            RecordJump jump,
            TableNotices notices,
            EventStream events,
            Clock clock,
            UiExecutor ui) {
        this.consume = consume;
        this.feed = feed;
        this.jump = jump;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
        this.ui = ui;
    }

    /** Returns what is waited for, {@code Reading one, 4 s left}; empty while nothing is. */
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /**
     * Pauses and reads the next record; starts the table paused where it does not run.
     *
     * @param timeout null to wait until one comes
     */
    public void readOne(@Nullable Duration timeout) {
        cancel();
        consume.start();
        ConsumeSession session = consume.consumer().session();
        if (session == null) {
            return;
        }
        until = timeout == null ? 0 : clock.millis() + timeout.toMillis();
        CompletableFuture<ReadOutcome> asked = session.readOne(timeout);
        wish = asked;
        int number = ++wishes;
        ui.whenDone(asked, (outcome, given) -> done(number, outcome));
        tick(0);
    }

    /** Reads all that comes; ends by itself when nothing came for so long, never where that is null. */
    public void listen(@Nullable Duration idle) {
        cancel();
        consume.start();
        ConsumeSession session = consume.consumer().session();
        if (session != null) {
            session.resume();
            feed.follow();
            idleLimit = idle;
            feed.arriveNow();
            tick(clock.millis());
        }
    }

    /** Gives up waiting. The consumer stays as it is. */
    public void cancel() {
        CompletableFuture<ReadOutcome> asked = wish;
        wish = null;
        idleLimit = null;
        waiting.set("");
        if (asked != null) {
            asked.cancel(false);
        }
    }

    private void done(int number, @Nullable ReadOutcome outcome) {
        if (number != wishes || wish == null) {
            return;
        }
        wish = null;
        waiting.set("");
        if (outcome instanceof ReadOutcome.Read read) {
            PartitionOffset place = read.place();
            jump.to(place);
        } else if (outcome instanceof ReadOutcome.TimedOut timedOut) {
            notices.tell(new Notice.Told(
                    "No record came within " + Times.length(timedOut.timeout()) + ".",
                    "That is no failure of the cluster: there was nothing to read."));
        }
    }

    /**
     * Looks at the time.
     *
     * @param lastArrival when the last record came, in milliseconds since 1970
     */
    public void tick(long lastArrival) {
        Duration idle = idleLimit;
        ConsumeSession session = consume.consumer().session();
        if (session == null) {
            cancel();
        } else if (wish != null) {
            waiting.set(until == 0 ? "Reading one…" : "Reading one, " + seconds(until) + " s left");
        } else if (idle != null) {
            boolean fetching = session.status().phase() == ConsumePhase.RUNNING;
            long end = lastArrival + idle.toMillis();
            waiting.set("Listening, stops after " + Times.length(idle) + " without a record");
            if (fetching && clock.millis() >= end) {
                endListening(session, idle);
            }
        }
    }

    private void endListening(ConsumeSession session, Duration idle) {
        events.publish(new ClientEvent.ReadTimedOut(clock.instant(), session.clientId(), idle));
        cancel();
        consume.stop();
        notices.tell(new Notice.Told(
                "Stopped: no record came for " + Times.length(idle) + ".", "All that was there has been read."));
    }

    private long seconds(long deadline) {
        return Math.max(0, (deadline - clock.millis() + 999) / 1_000);
    }
}
