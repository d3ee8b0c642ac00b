package dev.surveyor.domain.cluster;

import java.util.List;

/**
 * A topic's page.
 *
 * @param name its name
 * @param internal whether Kafka keeps it for itself
 * @param partitions by number
 * @param config its settings, by name; empty where they may not be read
 */
public record TopicDetail(String name, boolean internal, List<PartitionDetail> partitions, List<ConfigEntry> config) {

    public TopicDetail {
        partitions = List.copyOf(partitions);
        config = List.copyOf(config);
    }
}
