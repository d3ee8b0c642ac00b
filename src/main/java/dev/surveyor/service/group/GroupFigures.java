package dev.surveyor.service.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.record.PartitionId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
public record GroupFigures(@Nullable GroupDetail detail, KnownOffsets ends) {

    public static final GroupFigures NONE = new GroupFigures(null, KnownOffsets.of(Map.of()));

    /** Returns every partition that a member owns or that has a committed offset. */
    public static Set<PartitionId> partitionsOf(GroupDetail detail) {
        Set<PartitionId> all = new HashSet<>(detail.committed().keySet());
        detail.members().forEach(member -> all.addAll(member.assignment()));
        return all;
    }

    /** Returns what the group has still to read of those partitions. */
    public GroupLag lag(Collection<PartitionId> partitions) {
        return detail == null ? GroupLag.NONE : detail.lag(partitions, ends);
    }

    /** Returns the lag of the whole group. */
    public GroupLag lag() {
        return detail == null ? GroupLag.NONE : detail.lag(ends);
    }

    /** Returns the partitions of the group that nobody can read now, and why, in order. */
    public List<PartitionTrouble> troubles() {
        return ends.missing().values().stream()
                .filter(trouble -> trouble.kind() == PartitionTrouble.Kind.NO_LEADER
                        || trouble.kind() == PartitionTrouble.Kind.NO_ANSWER)
                .sorted(Comparator.comparing(PartitionTrouble::partition))
                .toList();
    }

    /** Returns the member of that id as the coordinator described it, or null. */
    public GroupDetail.@Nullable Member member(String memberId) {
        return detail == null
                ? null
                : detail.members().stream()
                        .filter(member -> member.memberId().equals(memberId))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Returns the sum of the committed offsets of those partitions, for a rate; empty where there is none. The start
     * offsets of a share group tell of no member how fast it is.
     */
    public OptionalLong committed(Collection<PartitionId> partitions) {
        if (detail == null
                || detail.type() == GroupType.SHARE
                || partitions.isEmpty()
                || !detail.committed().keySet().containsAll(partitions)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                partitions.stream().mapToLong(detail.committed()::get).sum());
    }
}
