package dev.surveyor.kafka.cluster;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.kafka.cluster.Answers.Partial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;

/** Reads what a sidebar shows: brokers, topics, groups. What may not be read becomes a problem, not a failure. */
final class OverviewQuery {

    /** Lists grow with the cluster, so they are given more time than a single answer. */
    private static final Duration LIST_LIMIT = Duration.ofSeconds(15);

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Admin admin;

    OverviewQuery(Admin admin) {
        this.admin = admin;
    }

    CompletableFuture<ClusterOverview> ask() {
        List<String> problems = java.util.Collections.synchronizedList(new ArrayList<>());
        DescribeClusterResult cluster = admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis(LIMIT)));
        CompletableFuture<String> clusterId = Answers.raw(cluster.clusterId());
        CompletableFuture<List<BrokerInfo>> brokers =
                Answers.raw(cluster.nodes()).thenCombine(controller(cluster), OverviewQuery::brokers);
        CompletableFuture<List<TopicSummary>> topics = topics(problems);
        CompletableFuture<List<GroupSummary>> groups = groups(problems);
        return CompletableFuture.allOf(clusterId, brokers, topics, groups)
                .thenApply(done -> new ClusterOverview(
                        clusterId.join(), brokers.join(), topics.join(), groups.join(), List.copyOf(problems)));
    }

    /** Who leads the metadata quorum; where that may not be asked, the node that the brokers name. */
    private CompletableFuture<Integer> controller(DescribeClusterResult cluster) {
        CompletableFuture<QuorumInfo> quorum =
                Answers.raw(admin.describeMetadataQuorum(new DescribeMetadataQuorumOptions().timeoutMs(millis(LIMIT)))
                        .quorumInfo());
        return quorum.thenApply(QuorumInfo::leaderId).exceptionallyCompose(notTold -> Answers.raw(cluster.controller())
                .thenApply(node -> node == null ? -1 : node.id()));
    }

    private static List<BrokerInfo> brokers(Collection<Node> nodes, int controller) {
        return nodes.stream()
                .map(node -> new BrokerInfo(node.id(), node.host(), node.port(), node.rack(), node.id() == controller))
                .sorted(Comparator.comparingInt(BrokerInfo::id))
                .toList();
    }

    private CompletableFuture<List<TopicSummary>> topics(List<String> problems) {
        return Answers.raw(admin.listTopics(
                                new ListTopicsOptions().listInternal(true).timeoutMs(millis(LIST_LIMIT)))
                        .names())
                .thenCompose(names -> TopicDescriptions.ask(admin, names, LIST_LIMIT))
                .thenApply(Partial::orThrowIfNone)
                .thenApply(partial -> {
                    if (!partial.failures().isEmpty()) {
                        problems.add(notDescribed(partial.failures()));
                    }
                    return partial.values().values().stream()
                            .map(OverviewQuery::summary)
                            .sorted(Comparator.comparing(TopicSummary::name))
                            .toList();
                });
    }

    private static TopicSummary summary(TopicDescription topic) {
        int replicas = topic.partitions().isEmpty()
                ? 0
                : topic.partitions().get(0).replicas().size();
        return new TopicSummary(topic.name(), topic.partitions().size(), replicas, topic.isInternal());
    }

    private static String notDescribed(Map<String, Throwable> failures) {
        List<String> names = failures.keySet().stream().sorted().limit(3).toList();
        String more = failures.size() > names.size() ? " and " + (failures.size() - names.size()) + " more" : "";
        Throwable first = failures.values().iterator().next();
        return Counted.of(failures.size(), "topic") + " could not be described (" + String.join(", ", names) + more
                + "): " + first.getMessage();
    }

    private CompletableFuture<List<GroupSummary>> groups(List<String> problems) {
        ListGroupsResult result = admin.listGroups(new ListGroupsOptions().timeoutMs(millis(LIMIT)));
        CompletableFuture<List<GroupSummary>> listed = Answers.raw(result.valid())
                .thenApply(groups -> groups.stream()
                        .map(group -> GroupQuery.listed(group, ""))
                        .sorted(Comparator.comparing(GroupSummary::id))
                        .toList());
        CompletableFuture<Collection<Throwable>> errors = Answers.raw(result.errors());
        return listed.thenCombine(errors, (groups, notListed) -> {
                    notListed.stream()
                            .findFirst()
                            .ifPresent(error -> problems.add("Not all groups could be listed: " + error.getMessage()));
                    return groups;
                })
                .exceptionally(thrown -> {
                    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
                    problems.add("The groups could not be listed: " + cause.getMessage());
                    return List.of();
                });
    }

    private static int millis(Duration duration) {
        return (int) duration.toMillis();
    }
}
