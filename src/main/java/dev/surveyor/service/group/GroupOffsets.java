package dev.surveyor.service.group;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Changes what groups have committed, from outside of them. A coordinator takes it only while a group has no members. */
public interface GroupOffsets {

    /** Returns what the group has committed, with all that was committed with it. */
    CompletableFuture<Map<PartitionId, PartitionOffset>> committed(String groupId);

    /**
     * Stores these offsets as the group's commits, with what else they say; partitions that are not named keep theirs.
     *
     * @return completes when the coordinator has all of them, or fails with a
     *     {@link dev.surveyor.domain.failure.BrokerFailureException}
     */
    CompletableFuture<Void> commit(String groupId, Collection<PartitionOffset> offsets);

    /** Forgets the group's commits of these partitions; as {@link #commit}. */
    CompletableFuture<Void> forget(String groupId, Set<PartitionId> partitions);
}
