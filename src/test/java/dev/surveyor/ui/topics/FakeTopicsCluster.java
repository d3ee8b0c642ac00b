package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.FakeClusterReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** A cluster whose answers the test completes itself, and a session on it. */
final class FakeTopicsCluster extends FakeClusterReader {

    final List<CompletableFuture<ClusterOverview>> overviews = new ArrayList<>();
    final List<CompletableFuture<TopicDetail>> details = new ArrayList<>();
    final List<GroupSummary> groups = new ArrayList<>();
    final Map<String, GroupDetail> groupDetails = new java.util.LinkedHashMap<>();
    /** What was asked of groups; those without details wait for the test. */
    final List<CompletableFuture<GroupDetail>> groupQuestions = new ArrayList<>();

    final FakeSession session;

    FakeTopicsCluster(String id) {
        session = FakeSession.of(id, Environment.SANDBOX).with((ClusterReader) this);
    }

    static TopicSummary topic(String name, int partitions) {
        return new TopicSummary(name, partitions, 1, name.startsWith("__"));
    }

    static GroupSummary group(String name, String state, long lag) {
        return new GroupSummary(
                name,
                GroupType.CONSUMER,
                "consumer",
                state,
                OptionalInt.of(1),
                lag < 0 ? GroupLag.NONE : GroupLag.of(lag),
                "");
    }

    static ClusterOverview overview(List<TopicSummary> topics, List<GroupSummary> groups) {
        return new ClusterOverview(
                "cluster", List.of(new BrokerInfo(1, "127.0.0.1", 41092, null, true)), topics, groups, List.of());
    }

    void answer(ClusterOverview overview) {
        overviews.get(overviews.size() - 1).complete(overview);
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
}
