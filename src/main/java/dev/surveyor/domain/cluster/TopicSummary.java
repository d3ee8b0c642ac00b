package dev.surveyor.domain.cluster;

/**
 * A topic in a list.
 *
 * @param name its name
 * @param partitions how many partitions it has
 * @param replicationFactor replicas of its first partition
 * @param internal whether Kafka keeps it for itself ({@code __consumer_offsets})
 */
public record TopicSummary(String name, int partitions, int replicationFactor, boolean internal) {}
