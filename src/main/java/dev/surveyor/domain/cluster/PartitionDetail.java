package dev.surveyor.domain.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
 */
public record PartitionDetail(
        PartitionId id,
        OptionalInt leader,
        List<Integer> replicas,
        List<Integer> inSyncReplicas,
        OptionalLong beginOffset,
        OptionalLong endOffset,
        OptionalLong lastStableOffset) {

    public PartitionDetail {
        replicas = List.copyOf(replicas);
        inSyncReplicas = List.copyOf(inSyncReplicas);
    }
}
