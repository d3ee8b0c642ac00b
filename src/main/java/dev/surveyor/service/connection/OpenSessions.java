package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailureException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The sessions that are open or on their way, by profile. Safe for use by any thread. */
final class OpenSessions implements AutoCloseable {

    private final ClusterConnector connector;
    private final Runnable changed;

    /** Guarded by this. */
    private final Map<String, Link> links = new HashMap<>();

    private boolean closed;

    /** @param changed called, without a lock held, after each change */
    OpenSessions(ClusterConnector connector, Runnable changed) {
        this.connector = connector;
        this.changed = changed;
    }

    CompletableFuture<ClusterSession> connect(ConnectionProfile profile, Map<String, Secret> secrets) {
        Link link = new Link(profile.bootstrapServers());
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new CancellationException("Surveyor is closing"));
            }
            Link existing = links.get(profile.id());
            if (existing != null && !(existing.health instanceof ConnectionHealth.Failed)) {
                return existing.result.copy();
            }
            links.put(profile.id(), link);
        }
        changed.run();
        CompletableFuture<ClusterSession> attempt = connector.connect(profile, secrets);
        link.attempt = attempt;
        CompletableFuture<ClusterSession> unused = attempt.whenComplete((session, thrown) -> {
            if (session != null) {
                opened(profile.id(), link, session);
            } else {
                failed(link, thrown);
            }
        });
        if (link.result.isCancelled()) {
            attempt.cancel(false);
        }
        return link.result.copy();
    }

    private void opened(String id, Link link, ClusterSession session) {
        boolean wanted;
        synchronized (this) {
            wanted = links.get(id) == link;
            if (wanted) {
                link.session = session;
                link.health = session.health();
            }
        }
        if (!wanted) {
            session.close();
            return;
        }
        Runnable stopListening = session.onHealth(health -> {
            synchronized (this) {
                link.health = health;
            }
            changed.run();
        });
        boolean stillWanted;
        synchronized (this) {
            link.stopListening = stopListening;
            stillWanted = links.get(id) == link;
        }
        if (stillWanted) {
            link.result.complete(session);
        } else {
            stopListening.run();
        }
        changed.run();
    }

    private void failed(Link link, Throwable thrown) {
        synchronized (this) {
            link.health = new ConnectionHealth.Failed(BrokerFailureException.in(thrown));
        }
        link.result.completeExceptionally(thrown);
        changed.run();
    }

    /** Ends a session, or a way to one, that leads to other servers than the profile names. */
    void endIfElsewhere(ConnectionProfile profile) {
        boolean elsewhere;
        synchronized (this) {
            Link link = links.get(profile.id());
            elsewhere = link != null && !link.servers.equals(profile.bootstrapServers());
        }
        if (elsewhere) {
            disconnect(profile.id());
        }
    }

    void disconnect(String id) {
        Link link;
        synchronized (this) {
            link = links.remove(id);
        }
        if (link != null) {
            end(link);
            changed.run();
        }
    }

    private void end(Link link) {
        Runnable stopListening;
        ClusterSession session;
        synchronized (this) {
            stopListening = link.stopListening;
            session = link.session;
        }
        link.result.cancel(false);
        CompletableFuture<ClusterSession> attempt = link.attempt;
        if (attempt != null) {
            attempt.cancel(false);
        }
        if (stopListening != null) {
            stopListening.run();
        }
        if (session != null) {
            session.close();
        }
    }

    synchronized Optional<ClusterSession> session(String id) {
        return Optional.ofNullable(links.get(id)).map(link -> link.session);
    }

    synchronized ConnectionHealth health(String id) {
        Link link = links.get(id);
        return link == null ? new ConnectionHealth.Disconnected() : link.health;
    }

    @Override
    public void close() {
        List<Link> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(links.values());
            links.clear();
        }
        all.forEach(this::end);
    }

    /** One profile's way to its cluster, from the click to the disconnecting. Guarded by the outer object. */
    private static final class Link {
        final List<String> servers;
        final CompletableFuture<ClusterSession> result = new CompletableFuture<>();
        volatile @Nullable CompletableFuture<ClusterSession> attempt;
        ConnectionHealth health = new ConnectionHealth.Connecting(Instant.now());

        @Nullable
        ClusterSession session;

        @Nullable
        Runnable stopListening;

        Link(List<String> servers) {
            this.servers = List.copyOf(servers);
        }
    }
}
