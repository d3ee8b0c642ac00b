package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.record.PartitionId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator said of a group when it was last asked.
 *
 * @param detail members and committed offsets, or null where the group is not known
 * @param ends the end offsets of the group's partitions
 */
record GroupFigures(@Nullable GroupDetail detail, Map<PartitionId, Long> ends) {

    static final GroupFigures NONE = new GroupFigures(null, Map.of());

    GroupFigures {
        ends = Map.copyOf(ends);
    }

    /** Returns every partition that a member owns or that has a committed offset. */
    static Set<PartitionId> partitionsOf(GroupDetail detail) {
        Set<PartitionId> all = new HashSet<>(detail.committed().keySet());
        detail.members().forEach(member -> all.addAll(member.assignment()));
        return all;
    }

    /** Returns the records between committed offsets and ends; empty where none of them is known. */
    OptionalLong lag(Collection<PartitionId> partitions) {
        long sum = 0;
        boolean known = false;
        for (PartitionId partition : partitions) {
            Long committed = detail == null ? null : detail.committed().get(partition);
            Long end = ends.get(partition);
            if (committed != null && end != null) {
                known = true;
                sum += Math.max(0, end - committed);
            }
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** Returns the lag of the whole group. */
    OptionalLong lag() {
        return detail == null ? OptionalLong.empty() : lag(detail.committed().keySet());
    }

    /** Returns the sum of the committed offsets of those partitions, for a rate; empty where there is none. */
    OptionalLong committed(Collection<PartitionId> partitions) {
        if (detail == null
                || partitions.isEmpty()
                || !detail.committed().keySet().containsAll(partitions)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                partitions.stream().mapToLong(detail.committed()::get).sum());
    }
}
