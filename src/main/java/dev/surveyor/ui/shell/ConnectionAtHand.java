package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the bars around the workspace say which connection the page in sight belongs to. For the JavaFX thread only. */
final class ConnectionAtHand {

    private final ConnectionService connections;
    private final ConnectionWatch watch;
    private final CurrentConnection current;
    private final SessionLists lists;
    private final ContextBar contextBar;
    private final Toolbar toolbar;
    private final BottomPanel bottomPanel;
    private @Nullable String bottomOf;

    ConnectionAtHand(
            ConnectionService connections,
            ConnectionWatch watch,
            CurrentConnection current,
            SessionLists lists,
            ContextBar contextBar,
            Toolbar toolbar,
            BottomPanel bottomPanel) {
        this.connections = connections;
        this.watch = watch;
        this.current = current;
        this.lists = lists;
        this.contextBar = contextBar;
        this.toolbar = toolbar;
        this.bottomPanel = bottomPanel;
    }

    /** Looks again at the connections, and at the page in sight. */
    void show() {
        toolbar.connections(connections.profiles());
        toolbar.connected(!watch.sessions().isEmpty());
        Optional<ConnectionProfile> profile = current.profile();
        ConnectionHealth health =
                profile.map(known -> connections.health(known.id())).orElseGet(ConnectionHealth.Disconnected::new);
        contextBar.show(profile.orElse(null), health);
        Optional<ClusterSession> session = current.session();
        String id = session.map(open -> open.profile().id()).orElse(null);
        if (id == null || !id.equals(bottomOf)) {
            bottomOf = id;
            bottomPanel.tabs(session.map(lists::tabs).orElseGet(List::of));
        }
    }
}
