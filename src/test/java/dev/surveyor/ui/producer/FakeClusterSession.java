package dev.surveyor.ui.producer;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.produce.Producers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A connection with a topic of six partitions and producers that a test drives. */
final class FakeClusterSession implements ClusterSession {

    final FakeClusterReader reader = new FakeClusterReader();
    final FakeProducers producers = new FakeProducers();
    final EventStream events = new EventStream(EventStream.DEFAULT_CAPACITY);
    private final Environment environment;

    FakeClusterSession(Environment environment) {
        this.environment = environment;
        reader.topics.put("orders", 6);
        reader.topics.put("payments", 3);
    }

    @Override
    public ConnectionProfile profile() {
        return new ConnectionProfile(
                "p1", "sandbox", environment, List.of("localhost:1"), "", SecuritySettings.NONE, Map.of(), Set.of());
    }

    @Override
    public ConnectionHealth health() {
        return new ConnectionHealth.Disconnected();
    }

    @Override
    public Runnable onHealth(Consumer<ConnectionHealth> listener) {
        return () -> {};
    }

    @Override
    public void checkNow() {}

    @Override
    public ClusterReader cluster() {
        return reader;
    }

    @Override
    public Consumers consumers() {
        throw new UnsupportedOperationException("a producer starts no consumer");
    }

    @Override
    public Producers producers() {
        return producers;
    }

    @Override
    public GroupMembers members() {
        throw new UnsupportedOperationException("a producer runs no member");
    }

    @Override
    public EventStream events() {
        return events;
    }

    @Override
    public void close() {}
}
