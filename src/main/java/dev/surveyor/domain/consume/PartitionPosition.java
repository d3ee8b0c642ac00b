package dev.surveyor.domain.consume;

import dev.surveyor.domain.record.PartitionId;
import java.util.OptionalLong;

/**
 * Where a consumer stands in one partition.
 *
 * @param partition which one
 * @param beginOffset the first offset that is kept
 * @param endOffset the offset after the last record that this consumer may read
 * @param position the offset of the next record that it will receive, empty where it has none yet
 * @param committed the group's committed offset, empty where there is none
 */
public record PartitionPosition(
        PartitionId partition, long beginOffset, long endOffset, OptionalLong position, OptionalLong committed) {

    /** Returns the records between the position and the end, empty while there is no position. */
    public OptionalLong lag() {
        return position.isPresent() ? OptionalLong.of(Math.max(0, endOffset - position.getAsLong())) : position;
    }
}
