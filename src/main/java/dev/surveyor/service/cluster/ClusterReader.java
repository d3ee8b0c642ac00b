package dev.surveyor.service.cluster;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.consume.FirstRecords;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.PartitionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

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

    /** Returns the first offset that each partition keeps; fails only where no partition answers. */
    CompletableFuture<KnownOffsets> beginOffsets(Collection<PartitionId> partitions);

    /** Returns the high watermark of each partition; fails only where no partition answers. */
    CompletableFuture<KnownOffsets> endOffsets(Collection<PartitionId> partitions);

    /**
     * Returns the offset of the first record of that time or later in each partition; those without one are in neither
     * map. Many partitions are asked piece by piece. Where a great number of older records stands before it, the offset
     * is the first of theirs. Fails only where no partition answers.
     *
     * @param isolation whose records count
     * @param answered told how many partitions have answered so far, on any thread
     */
    CompletableFuture<KnownOffsets> offsetsAt(
            Collection<PartitionId> partitions, Instant time, IsolationLevel isolation, IntConsumer answered);

    /** Returns the group's committed offsets; partitions without one are left out. */
    CompletableFuture<Map<PartitionId, Long>> committedOffsets(String groupId);

    /**
     * Returns the first record at or after each offset, with a reader of its own.
     *
     * @param isolation whose records count
     */
    CompletableFuture<FirstRecords> firstRecords(Map<PartitionId, Long> offsets, IsolationLevel isolation);
}
