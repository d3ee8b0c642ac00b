package dev.surveyor.ui.records;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.GroupOffsets;
import dev.surveyor.service.group.StaticMembers;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.search.FakeSearches;
import dev.surveyor.service.search.Searches;
import dev.surveyor.ui.producer.FakeProducers;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection whose consumers are {@link FakeConsumer}s. */
public final class FakeCluster implements ClusterSession {

    public final List<FakeConsumer> started = new ArrayList<>();
    public final EventStream events = new EventStream(100);
    public ConnectionHealth health = new ConnectionHealth.Connected(Duration.ofMillis(3), "abc", "4.4");
    public @Nullable FakeSearches log;
    public int checks;
    public @Nullable TopicDetail detail;
    public final Map<String, GroupDetail> groups = new HashMap<>();

    public FakeConsumer consumer() {
        return started.get(started.size() - 1);
    }

    @Override
    public ConnectionProfile profile() {
        return new ConnectionProfile(
                "sandbox",
                "sandbox",
                Environment.SANDBOX,
                List.of("localhost:41092"),
                "surveyor",
                SecuritySettings.NONE,
                Map.of(),
                Set.of());
    }

    @Override
    public ConnectionHealth health() {
        return health;
    }

    @Override
    public Runnable onHealth(Consumer<ConnectionHealth> listener) {
        listener.accept(health);
        return () -> {};
    }

    @Override
    public void checkNow() {
        checks++;
    }

    /** Answers for details of a topic and for groups what the test has put there; nothing else is ever answered. */
    @Override
    public ClusterReader cluster() {
        return (ClusterReader) Proxy.newProxyInstance(
                ClusterReader.class.getClassLoader(), new Class<?>[] {ClusterReader.class}, (proxy, method, args) -> {
                    CompletableFuture<Object> answer = new CompletableFuture<>();
                    if (method.getName().equals("topic") && detail != null) {
                        answer.complete(detail);
                    }
                    if (method.getName().equals("group")) {
                        GroupDetail group = groups.get(args[0]);
                        if (group == null) {
                            answer.completeExceptionally(new IllegalStateException("no such group"));
                        } else {
                            answer.complete(group);
                        }
                    }
                    return answer;
                });
    }

    @Override
    public Consumers consumers() {
        return (request, sink) -> {
            FakeConsumer consumer = new FakeConsumer(request, sink);
            started.add(consumer);
            return consumer;
        };
    }

    @Override
    public Producers producers() {
        return new FakeProducers();
    }

    @Override
    public Searches searches() {
        return Objects.requireNonNull(log, "the test has no log to search");
    }

    @Override
    public GroupMembers members() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StaticMembers staticMembers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public GroupOffsets groupOffsets() {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventStream events() {
        return events;
    }

    @Override
    public void close() {}
}
