package dev.surveyor.domain.cluster;

import java.util.List;

/**
 * What a sidebar needs to know of a cluster.
 *
 * @param clusterId the cluster's id
 * @param brokers by node id
 * @param topics by name, internal ones included
 * @param groups by id
 * @param problems what could not be read, one sentence each; empty where all was read
 */
public record ClusterOverview(
        String clusterId,
        List<BrokerInfo> brokers,
        List<TopicSummary> topics,
        List<GroupSummary> groups,
        List<String> problems) {

    public ClusterOverview {
        brokers = List.copyOf(brokers);
        topics = List.copyOf(topics);
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
    }
}
