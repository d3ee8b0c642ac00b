package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of all open connections: reads each cluster when it comes up, every few seconds, and on demand. For
 * the JavaFX thread only.
 */
public final class SidebarViewModel implements AutoCloseable {

    static final Duration LOADING_SHOWN_AFTER = Duration.ofMillis(300);
    static final Duration REFRESH_EVERY = Duration.ofSeconds(5);

    private final UiExecutor ui;
    private final Clock clock;
    private final Runnable endTicks;
    private final Map<String, WatchedCluster> watched = new LinkedHashMap<>();

    // Properties

    private final ReadOnlyObjectWrapper<List<SidebarNode>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Notice>> notices = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty internalShown = new SimpleBooleanProperty(false);

    public SidebarViewModel(UiExecutor ui, Pulse pulse, Clock clock) {
        this.ui = ui;
        this.clock = clock;
        filter.addListener((at, old, now) -> draw());
        internalShown.addListener((at, old, now) -> draw());
        endTicks = pulse.everyTick(this::tick);
    }

    /** Returns one row per open connection, with all below it. */
    ReadOnlyObjectProperty<List<SidebarNode>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Returns what could not be read, at most one per connection. */
    ReadOnlyObjectProperty<List<Notice>> noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    BooleanProperty internalShownProperty() {
        return internalShown;
    }

    // Commands

    /** Shows a connection and keeps it up to date until it is removed. Does not own the session. */
    public void addSession(ClusterSession session) {
        String id = session.profile().id();
        removeSession(id);
        WatchedCluster added = new WatchedCluster(session);
        watched.put(id, added);
        added.endHealth = session.onHealth(health -> ui.execute(() -> healthChanged(added, health)));
        draw();
    }

    /** Takes a connection off the screen; unknown ids are ignored. */
    public void removeSession(String profileId) {
        WatchedCluster removed = watched.remove(profileId);
        if (removed != null) {
            removed.end();
            draw();
        }
    }

    /** Reads all connected clusters now. */
    public void refresh() {
        watched.values().forEach(this::read);
    }

    /** Reads one cluster now, and asks it for a sign of life. */
    void retry(String profileId) {
        WatchedCluster one = watched.get(profileId);
        if (one != null) {
            one.session.checkNow();
            read(one);
        }
    }

    /** Gives up on what is being read. */
    void cancel(String profileId) {
        WatchedCluster one = watched.get(profileId);
        if (one != null && one.pending != null) {
            one.pending.cancel(true);
            one.pending = null;
            one.cancelled = true;
            draw();
        }
    }

    @Override
    public void close() {
        endTicks.run();
        List.copyOf(watched.keySet()).forEach(this::removeSession);
    }

    private void healthChanged(WatchedCluster one, ConnectionHealth health) {
        boolean cameUp = health instanceof ConnectionHealth.Connected && !one.connected();
        one.health = health;
        if (cameUp) {
            read(one);
        }
        draw();
    }

    private void tick() {
        Instant now = clock.instant();
        boolean changed = false;
        for (WatchedCluster one : watched.values()) {
            boolean slow = one.pending != null && !now.isBefore(one.askedAt.plus(LOADING_SHOWN_AFTER));
            // A refresh in the background does not move what is already there.
            boolean shown = slow && one.overview == null;
            changed |= shown != one.loadingShown || (shown && one.secondsShown != one.secondsSince(now));
            one.loadingShown = shown;
            one.secondsShown = one.secondsSince(now);
            if (one.pending == null && !one.cancelled && !now.isBefore(one.askedAt.plus(REFRESH_EVERY))) {
                read(one);
            }
        }
        if (changed) {
            draw();
        }
    }

    private void read(WatchedCluster one) {
        if (one.pending != null || !one.connected() || !watched.containsValue(one)) {
            return;
        }
        one.askedAt = clock.instant();
        one.cancelled = false;
        CompletableFuture<ClusterOverview> question = one.session.cluster().overview();
        one.pending = question;
        ui.whenDone(question, (answer, failed) -> answered(one, question, answer, failed));
    }

    private void answered(
            WatchedCluster one,
            CompletableFuture<ClusterOverview> question,
            @Nullable ClusterOverview answer,
            @Nullable Throwable failed) {
        if (one.pending != question) {
            return;
        }
        one.pending = null;
        one.loadingShown = false;
        if (answer != null) {
            one.failure = null;
            one.overview = one.withKnownLags(answer);
            readLags(one);
        } else if (failed != null) {
            one.failure = BrokerFailureException.in(failed);
        }
        draw();
    }

    private void readLags(WatchedCluster one) {
        ui.whenDone(one.session.cluster().groups(), (groups, failed) -> lagsRead(one, groups, failed));
    }

    private void lagsRead(WatchedCluster one, @Nullable List<GroupSummary> groups, @Nullable Throwable failed) {
        if (groups != null) {
            one.groups = groups;
        } else if (failed != null) {
            // The names stay from the overview; an old lag would be a wrong one.
            one.groups = List.of();
        }
        if (one.overview != null) {
            one.overview = one.withKnownLags(one.overview);
        }
        draw();
    }

    private void draw() {
        List<SidebarNode> drawn = new ArrayList<>();
        List<Notice> found = new ArrayList<>();
        for (WatchedCluster one : watched.values()) {
            drawn.add(one.branch().node(filter.get(), internalShown.get()));
            BrokerFailure failure = one.failure;
            if (failure != null) {
                found.add(new Notice(one.session.profile().id(), failure));
            }
        }
        rows.set(List.copyOf(drawn));
        notices.set(List.copyOf(found));
    }

    /** What could not be read, and where. */
    record Notice(String profileId, BrokerFailure failure) {}
}
