package dev.surveyor.domain.consume;

import dev.surveyor.domain.record.PartitionId;
import java.util.Map;
import java.util.Set;

/**
 * The first records from places in partitions on. A partition that is in neither part did not tell in time.
 *
 * @param records by partition
 * @param none partitions that hold no record from the place to their end
 */
public record FirstRecords(Map<PartitionId, FirstRecord> records, Set<PartitionId> none) {

    public static final FirstRecords NONE = new FirstRecords(Map.of(), Set.of());

    public FirstRecords {
        records = Map.copyOf(records);
        none = Set.copyOf(none);
    }
}
