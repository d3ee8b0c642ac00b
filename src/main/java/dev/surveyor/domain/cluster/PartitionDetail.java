package dev.surveyor.domain.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A partition on its topic's page.
 *
 * @param id which one
 * @param leader node id of its leader, empty where it has none
 * @param replicas node ids, the preferred leader first
 * @param inSyncReplicas node ids of those in sync
 * @param beginOffset the first offset that is kept, empty where it could not be read
 * @param endOffset the high watermark: the offset after the last replicated record, empty where it could not be read
 * @param lastStableOffset the offset before which no transaction is open, empty where it could not be read
 * @param trouble why an offset could not be read, null where all were
 */
public record PartitionDetail(
        PartitionId id,
        OptionalInt leader,
        List<Integer> replicas,
        List<Integer> inSyncReplicas,
        OptionalLong beginOffset,
        OptionalLong endOffset,
        OptionalLong lastStableOffset,
        @Nullable PartitionTrouble trouble) {

    /** A partition that has told all. */
    public PartitionDetail(
            PartitionId id,
            OptionalInt leader,
            List<Integer> replicas,
            List<Integer> inSyncReplicas,
            OptionalLong beginOffset,
            OptionalLong endOffset,
            OptionalLong lastStableOffset) {
        this(id, leader, replicas, inSyncReplicas, beginOffset, endOffset, lastStableOffset, null);
    }

    public PartitionDetail {
        replicas = List.copyOf(replicas);
        inSyncReplicas = List.copyOf(inSyncReplicas);
    }
}
