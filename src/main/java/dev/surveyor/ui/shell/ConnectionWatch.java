package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Turns the changes of connections, which come on any thread, into opened and closed ones on the JavaFX thread. */
final class ConnectionWatch implements AutoCloseable {

    private final ConnectionService connections;
    private final UiExecutor uiExecutor;
    private final Map<String, ClusterSession> open = new LinkedHashMap<>();
    private final AtomicBoolean queued = new AtomicBoolean();
    private Runnable unsubscribe = () -> {};

    /** Told on the JavaFX thread. */
    interface Listener {

        void opened(ClusterSession session);

        void closed(ClusterSession session);

        /** Profiles, or the health of a connection, may have changed. */
        void changed();
    }

    ConnectionWatch(ConnectionService connections, UiExecutor uiExecutor) {
        this.connections = connections;
        this.uiExecutor = uiExecutor;
    }

    /** Tells of the connections that are open, soon, and of every change from now on; called once. */
    void begin(Listener listener) {
        unsubscribe = connections.onChange(() -> soon(listener));
        soon(listener);
    }

    /** Many changes in a row lead to one look. */
    private void soon(Listener listener) {
        if (queued.compareAndSet(false, true)) {
            uiExecutor.execute(() -> look(listener));
        }
    }

    private void look(Listener listener) {
        queued.set(false);
        Map<String, ClusterSession> now = new LinkedHashMap<>();
        for (ConnectionProfile profile : connections.profiles()) {
            connections.session(profile.id()).ifPresent(session -> now.put(profile.id(), session));
        }
        for (ClusterSession old : List.copyOf(open.values())) {
            String id = old.profile().id();
            if (!old.equals(now.get(id))) {
                open.remove(id);
                listener.closed(old);
            }
        }
        now.forEach((id, session) -> {
            if (open.putIfAbsent(id, session) == null) {
                listener.opened(session);
            }
        });
        listener.changed();
    }

    Optional<ClusterSession> session(String profileId) {
        return Optional.ofNullable(open.get(profileId));
    }

    List<ClusterSession> sessions() {
        return List.copyOf(open.values());
    }

    @Override
    public void close() {
        unsubscribe.run();
    }
}
