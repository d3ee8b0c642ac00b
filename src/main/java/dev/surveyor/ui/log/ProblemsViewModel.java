package dev.surveyor.ui.log;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.failure.Problem;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Pulse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Keeps the failures of all connections, those that say the same in one row, the last one first. Bounded: the oldest
 * row gives way.
 */
public final class ProblemsViewModel implements AutoCloseable {

    private static final int CAPACITY = 200;

    private final Clipboards clipboards;
    private final ObservableValue<ZoneId> zone;
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final List<Watched> watched = new ArrayList<>();
    private final Runnable stopTicking;

    public ProblemsViewModel(Pulse pulse, Clipboards clipboards, ObservableValue<ZoneId> zone) {
        this.clipboards = clipboards;
        this.zone = zone;
        stopTicking = pulse.everyTick(this::take);
    }

    // Properties

    /** The problems, the last one first. */
    public ObservableList<Problem> problems() {
        return problems;
    }

    /** How many rows there are, for the status bar. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The zone in which times are shown. */
    ObservableValue<ZoneId> zone() {
        return zone;
    }

    // Commands

    /**
     * Takes the failures of a connection's clients from now on.
     *
     * @return ends it; what was taken stays
     */
    public Runnable watch(String connection, EventStream stream) {
        Watched own = new Watched(connection, stream);
        watched.add(own);
        return () -> watched.remove(own);
    }

    /** Adds a failure that came another way than by a client's events. For the JavaFX thread only. */
    public void report(String connection, BrokerFailure failure, Instant at) {
        for (int i = 0; i < problems.size(); i++) {
            Problem known = problems.get(i);
            if (known.same(connection, failure)) {
                problems.remove(i);
                problems.add(0, known.again(failure, at));
                return;
            }
        }
        problems.add(0, new Problem(connection, failure, 1, at, at));
        if (problems.size() > CAPACITY) {
            problems.remove(CAPACITY);
        }
        count.set(problems.size());
    }

    void clear() {
        problems.clear();
        count.set(0);
    }

    void copy(Problem problem) {
        String times = problem.times() == 1
                ? "at " + problem.last()
                : Counted.of(problem.times(), "time") + ", from " + problem.first() + " to " + problem.last();
        clipboards.copy(problem.connection() + ", " + times + System.lineSeparator()
                + problem.failure().report());
    }

    @Override
    public void close() {
        stopTicking.run();
    }

    private void take() {
        for (Watched one : watched) {
            EventStream.Page page = one.stream.since(one.seen);
            one.seen = page.seen();
            for (ClientEvent event : page.events()) {
                if (event instanceof ClientEvent.ClientError error) {
                    report(one.connection, error.failure(), error.at());
                } else if (event instanceof ClientEvent.Delivered delivered
                        && delivered.delivery().state() instanceof DeliveryState.Failed failed) {
                    report(one.connection, failed.failure(), delivered.at());
                }
            }
        }
    }

    private static final class Watched {
        final String connection;
        final EventStream stream;
        long seen;

        Watched(String connection, EventStream stream) {
            this.connection = connection;
            this.stream = stream;
        }
    }
}
