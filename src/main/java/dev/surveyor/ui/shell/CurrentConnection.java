package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which connection the window is about: that of the selected tab, else the first that is open. */
final class CurrentConnection {

    private final OpenPages pages;
    private final ConnectionWatch watch;
    private final ConnectionService connections;

    CurrentConnection(OpenPages pages, ConnectionWatch watch, ConnectionService connections) {
        this.pages = pages;
        this.watch = watch;
        this.connections = connections;
    }

    /** Returns its profile, open or not. */
    Optional<ConnectionProfile> profile() {
        return pages.selected()
                .flatMap(page -> connections.profile(page.address().profileId()))
                .or(() -> watch.sessions().stream().findFirst().map(ClusterSession::profile));
    }

    /** Returns its session, or that of the first connection that is open. */
    Optional<ClusterSession> session() {
        return pages.selected()
                .flatMap(page -> watch.session(page.address().profileId()))
                .or(() -> watch.sessions().stream().findFirst());
    }

    /** Returns all that are open, the current one first. */
    List<ClusterSession> sessionsCurrentFirst() {
        List<ClusterSession> sessions = new ArrayList<>(watch.sessions());
        session().ifPresent(current -> {
            sessions.remove(current);
            sessions.add(0, current);
        });
        return sessions;
    }
}
