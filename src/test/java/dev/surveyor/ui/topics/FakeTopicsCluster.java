package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.produce.Producers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A session on a cluster whose answers the test completes itself. */
final class FakeTopicsCluster implements ClusterSession, ClusterReader {

    final List<CompletableFuture<ClusterOverview>> overviews = new ArrayList<>();
    final List<CompletableFuture<TopicDetail>> details = new ArrayList<>();
    final List<GroupSummary> groups = new ArrayList<>();
    final Map<String, GroupDetail> groupDetails = new java.util.LinkedHashMap<>();
    /** What was asked of groups; those without details wait for the test. */
    final List<CompletableFuture<GroupDetail>> groupQuestions = new ArrayList<>();

    private final List<Consumer<ConnectionHealth>> listeners = new ArrayList<>();
    private final String id;
    private ConnectionHealth health = new ConnectionHealth.Connected(Duration.ofMillis(3), "cluster", "4.4");

    FakeTopicsCluster(String id) {
        this.id = id;
    }

    static TopicSummary topic(String name, int partitions) {
        return new TopicSummary(name, partitions, 1, name.startsWith("__"));
    }

    static GroupSummary group(String name, String state, long lag) {
        return new GroupSummary(
                name, "Consumer", state, OptionalInt.of(1), lag < 0 ? OptionalLong.empty() : OptionalLong.of(lag));
    }

    static ClusterOverview overview(List<TopicSummary> topics, List<GroupSummary> groups) {
        return new ClusterOverview(
                "cluster", List.of(new BrokerInfo(1, "127.0.0.1", 41092, null, true)), topics, groups, List.of());
    }

    void health(ConnectionHealth now) {
        health = now;
        List.copyOf(listeners).forEach(listener -> listener.accept(now));
    }

    void answer(ClusterOverview overview) {
        overviews.get(overviews.size() - 1).complete(overview);
    }

    @Override
    public ConnectionProfile profile() {
        return new ConnectionProfile(
                id, id, Environment.SANDBOX, List.of("127.0.0.1:41092"), "", SecuritySettings.NONE, Map.of(), Set.of());
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
        return this;
    }

    @Override
    public CompletableFuture<ClusterOverview> overview() {
        CompletableFuture<ClusterOverview> future = new CompletableFuture<>();
        overviews.add(future);
        return future;
    }

    @Override
    public CompletableFuture<List<GroupSummary>> groups() {
        return CompletableFuture.completedFuture(List.copyOf(groups));
    }

    @Override
    public CompletableFuture<TopicDetail> topic(String name) {
        CompletableFuture<TopicDetail> future = new CompletableFuture<>();
        details.add(future);
        return future;
    }

    @Override
    public CompletableFuture<GroupDetail> group(String groupId) {
        CompletableFuture<GroupDetail> future = new CompletableFuture<>();
        GroupDetail known = groupDetails.get(groupId);
        if (known != null) {
            future.complete(known);
        }
        groupQuestions.add(future);
        return future;
    }

    @Override
    public CompletableFuture<List<PartitionId>> partitions(String topic) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> beginOffsets(Collection<PartitionId> partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> endOffsets(Collection<PartitionId> partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> offsetsAt(Collection<PartitionId> partitions, Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> committedOffsets(String groupId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Instant>> recordTimes(Map<PartitionId, Long> offsets) {
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
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
