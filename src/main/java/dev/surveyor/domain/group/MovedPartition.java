package dev.surveyor.domain.group;

import dev.surveyor.domain.record.PartitionId;
import java.util.OptionalLong;

/**
 * A partition in a callback of a rebalance.
 *
 * @param partition which one
 * @param position the member's position, empty where it has none yet or may no longer ask
 * @param committed the group's committed offset, empty where there is none
 */
public record MovedPartition(PartitionId partition, OptionalLong position, OptionalLong committed) {}
