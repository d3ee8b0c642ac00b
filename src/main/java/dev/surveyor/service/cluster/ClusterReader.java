package dev.surveyor.service.cluster;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.record.PartitionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a cluster about itself. Every future completes off the JavaFX thread, or fails with a
 * {@link dev.surveyor.domain.failure.BrokerFailureException}; cancelling one gives up on the answer.
 */
public interface ClusterReader {

    /** Returns topics, groups and brokers as they are now; lags of groups are left out. */
    CompletableFuture<ClusterOverview> overview();

    /** Returns the groups with members and lag, by id. */
    CompletableFuture<List<GroupSummary>> groups();

    /** Returns a topic's partitions, offsets and settings. */
    CompletableFuture<TopicDetail> topic(String name);

    /** Returns a group's members and committed offsets. */
    CompletableFuture<GroupDetail> group(String groupId);

    /** Returns the partitions of the topic, in order. */
    CompletableFuture<List<PartitionId>> partitions(String topic);

    /** Returns the first offset that is kept, for each partition that could be read. */
    CompletableFuture<Map<PartitionId, Long>> beginOffsets(Collection<PartitionId> partitions);

    /** Returns the high watermark of each partition that could be read. */
    CompletableFuture<Map<PartitionId, Long>> endOffsets(Collection<PartitionId> partitions);

    /** Returns the offset of the first record of that time or later; partitions without one are left out. */
    CompletableFuture<Map<PartitionId, Long>> offsetsAt(Collection<PartitionId> partitions, Instant time);

    /** Returns the group's committed offsets; partitions without one are left out. */
    CompletableFuture<Map<PartitionId, Long>> committedOffsets(String groupId);

    /**
     * Returns the timestamp of the first record at or after each offset, with a reader of its own; partitions without
     * such a record are left out.
     */
    CompletableFuture<Map<PartitionId, Instant>> recordTimes(Map<PartitionId, Long> offsets);
}
