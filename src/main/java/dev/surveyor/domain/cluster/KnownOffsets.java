package dev.surveyor.domain.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.Map;

/**
 * The answer to a question about many partitions. A partition that is in neither map has no such offset, for instance no
 * record of that time or later.
 *
 * @param offsets what the partitions told
 * @param missing why the others told nothing
 */
public record KnownOffsets(Map<PartitionId, Long> offsets, Map<PartitionId, PartitionTrouble> missing) {

    public KnownOffsets {
        offsets = Map.copyOf(offsets);
        missing = Map.copyOf(missing);
    }

    /** Returns an answer that lacks nothing. */
    public static KnownOffsets of(Map<PartitionId, Long> offsets) {
        return new KnownOffsets(offsets, Map.of());
    }
}
