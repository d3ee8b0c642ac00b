package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.produce.Producers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A session with a health that the test sets; it has no cluster behind it. */
public final class FakeSession implements ClusterSession {

    private final ConnectionProfile profile;
    private final EventStream events = new EventStream(EventStream.DEFAULT_CAPACITY);
    private final List<Consumer<ConnectionHealth>> listeners = new CopyOnWriteArrayList<>();
    private ConnectionHealth health = new ConnectionHealth.Connected(Duration.ofMillis(3), "cluster", "4.1.1");

    /** Whether it was closed. */
    public boolean closed;

    public FakeSession(ConnectionProfile profile) {
        this.profile = profile;
    }

    /** Changes the health and tells the listeners. */
    public void health(ConnectionHealth now) {
        health = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public ConnectionProfile profile() {
        return profile;
    }

    @Override
    public ConnectionHealth health() {
        return health;
    }

    @Override
    public Runnable onHealth(Consumer<ConnectionHealth> listener) {
        listeners.add(listener);
        listener.accept(health);
        return () -> listeners.remove(listener);
    }

    @Override
    public void checkNow() {}

    @Override
    public ClusterReader cluster() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Consumers consumers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Producers producers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public GroupMembers members() {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventStream events() {
        return events;
    }

    @Override
    public void close() {
        closed = true;
        listeners.clear();
    }
}
