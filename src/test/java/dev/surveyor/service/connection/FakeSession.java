package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.GroupOffsets;
import dev.surveyor.service.group.StaticMembers;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.search.Searches;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session with a health that the test sets, and with those parts that the test gives it. It tells each listener the
 * health at once and at each change, until that listener is ended or the session closed, on the thread of the test that
 * sets it. Closing it is noted; the parts were given and go on. It asks no cluster for a sign of life.
 */
public final class FakeSession implements ClusterSession {

    private final ConnectionProfile profile;
    private final EventStream events = new EventStream(EventStream.DEFAULT_CAPACITY);
    private final List<Consumer<ConnectionHealth>> listeners = new CopyOnWriteArrayList<>();
    private ConnectionHealth health = new ConnectionHealth.Connected(Duration.ofMillis(3), "cluster", "4.1.1");
    private @Nullable ClusterReader cluster;
    private @Nullable Consumers consumers;
    private @Nullable Producers producers;
    private @Nullable Searches searches;
    private @Nullable GroupMembers members;
    private @Nullable GroupOffsets groupOffsets;
    private @Nullable StaticMembers staticMembers;

    /** Whether it was closed. */
    public boolean closed;

    /** How often it was asked for a sign of life. */
    public int checks;

    public FakeSession(ConnectionProfile profile) {
        this.profile = profile;
    }

    /** Makes a session of a connection with that id and name. */
    public static FakeSession of(String id, Environment environment) {
        return new FakeSession(new ConnectionProfile(
                id, id, environment, List.of("127.0.0.1:41092"), "", SecuritySettings.NONE, Map.of(), Set.of()));
    }

    public FakeSession with(ClusterReader given) {
        cluster = given;
        return this;
    }

    public FakeSession with(Consumers given) {
        consumers = given;
        return this;
    }

    public FakeSession with(Producers given) {
        producers = given;
        return this;
    }

    public FakeSession with(Searches given) {
        searches = given;
        return this;
    }

    public FakeSession with(GroupMembers given) {
        members = given;
        return this;
    }

    public FakeSession withStatic(StaticMembers given) {
        staticMembers = given;
        return this;
    }

    public FakeSession with(GroupOffsets given) {
        groupOffsets = given;
        return this;
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
    public void checkNow() {
        checks++;
    }

    @Override
    public ClusterReader cluster() {
        return given(cluster, "cluster");
    }

    @Override
    public Consumers consumers() {
        return given(consumers, "consumers");
    }

    @Override
    public Producers producers() {
        return given(producers, "producers");
    }

    @Override
    public Searches searches() {
        return given(searches, "searches");
    }

    @Override
    public GroupMembers members() {
        return given(members, "members");
    }

    private static <T> T given(@Nullable T part, String name) {
        if (part == null) {
            throw new UnsupportedOperationException("this test has given the session no " + name);
        }
        return part;
    }

    @Override
    public StaticMembers staticMembers() {
        return given(staticMembers, "static members");
    }

    @Override
    public GroupOffsets groupOffsets() {
        return given(groupOffsets, "offsets of groups");
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
