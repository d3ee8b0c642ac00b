package dev.surveyor.service.group;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.cluster.ClusterReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * Sets the commits of a group that has no members, and makes sure of it by reading them again. Safe for use by any
 * thread; nothing blocks.
 */
public final class GroupReset {

    private static final int MOST_LOOKS = 40;

    private final ClusterReader cluster;
    private final GroupOffsets offsets;
    private final GroupMembers own;
    private final String groupId;
    private final Set<String> topics = new ConcurrentSkipListSet<>();

    /** @param own tells which members of the group belong to this app */
    public GroupReset(ClusterReader cluster, GroupOffsets offsets, GroupMembers own, String groupId) {
        this.cluster = cluster;
        this.offsets = offsets;
        this.own = own;
        this.groupId = groupId;
    }

    /**
     * Where the group stands.
     *
     * @param positions every partition of the topics that it has commits for, or that its members had at an earlier
     *     reading; the position is the committed offset
     * @param obstacle why nothing can be set now, telling of the members; empty where it can
     * @param ownMembers how many of the members belong to this app
     * @param lost what a move makes the group forget, also where it is taken back; empty for nothing
     */
    public record Standing(List<PartitionPosition> positions, String obstacle, int ownMembers, String lost) {
        public Standing {
            positions = List.copyOf(positions);
        }
    }

    public String groupId() {
        return groupId;
    }

    /** Reads members, commits and the ends of the partitions. */
    public CompletableFuture<Standing> read() {
        return cluster.group(groupId).thenCompose(group -> positions(group)
                .thenApply(found -> new Standing(found, obstacle(group), ownIn(group), lost(group))));
    }

    /** A share group acknowledges record by record; its start offset is all that can be set. */
    private static String lost(GroupDetail group) {
        return group.type() == GroupType.SHARE
                ? "Moves the start of the share group: what lies behind it is delivered again though it was done, also"
                        + " after an undo."
                : "";
    }

    /** Lets the members of this app leave, and returns when the coordinator lists them no more. */
    public CompletableFuture<Void> stopOwn() {
        CompletableFuture<?>[] leaving =
                own.of(groupId).stream().map(GroupMember::leave).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(leaving).thenCompose(left -> whenGone(MOST_LOOKS));
    }

    /** The answer to a leave may come before the coordinator has worked it off. */
    private CompletableFuture<Void> whenGone(int looksLeft) {
        return cluster.group(groupId)
                .thenCompose(group -> ownIn(group) == 0 || looksLeft == 0
                        ? CompletableFuture.<Void>completedFuture(null)
                        : whenGone(looksLeft - 1));
    }

    /**
     * Commits the offsets and forgets the commits of the other partitions, if the group has no members; then reads all
     * of them again.
     *
     * @param commits with the metadata and the leader epochs that they are to have
     * @return what was committed before in these partitions; fails where there are members, where the coordinator refuses,
     *     or where something else is stored afterwards
     */
    public CompletableFuture<Map<PartitionId, PartitionOffset>> set(
            Collection<PartitionOffset> commits, Set<PartitionId> forgotten) {
        Set<PartitionId> changed = new HashSet<>(forgotten);
        commits.forEach(commit -> changed.add(commit.partition()));
        return offsets.committed(groupId).thenCompose(before -> {
            Map<PartitionId, PartitionOffset> replaced = new HashMap<>(before);
            replaced.keySet().retainAll(changed);
            return change(commits, forgotten).thenApply(done -> replaced);
        });
    }

    private CompletableFuture<Void> change(Collection<PartitionOffset> commits, Set<PartitionId> forgotten) {
        return cluster.group(groupId)
                .thenCompose(group -> {
                    String obstacle = obstacle(group);
                    if (!obstacle.isEmpty()) {
                        return CompletableFuture.<Void>failedFuture(
                                new BrokerFailureException(refusal(obstacle), null));
                    }
                    return commits.isEmpty()
                            ? CompletableFuture.<Void>completedFuture(null)
                            : offsets.commit(groupId, commits);
                })
                .thenCompose(done -> forgotten.isEmpty()
                        ? CompletableFuture.<Void>completedFuture(null)
                        : offsets.forget(groupId, forgotten))
                .thenCompose(done -> offsets.committed(groupId))
                .thenCompose(stored -> verified(commits, forgotten, stored));
    }

    private CompletableFuture<List<PartitionPosition>> positions(GroupDetail group) {
        group.committed().keySet().forEach(partition -> topics.add(partition.topic()));
        group.members().forEach(member -> member.assignment().forEach(partition -> topics.add(partition.topic())));
        List<CompletableFuture<List<PartitionId>>> asked =
                topics.stream().map(cluster::partitions).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenCompose(done -> {
            Set<PartitionId> partitions = new TreeSet<>();
            asked.forEach(answer -> partitions.addAll(answer.join()));
            CompletableFuture<KnownOffsets> begins = cluster.beginOffsets(partitions);
            CompletableFuture<KnownOffsets> ends = cluster.endOffsets(partitions);
            return begins.thenCombine(ends, (begin, end) -> positions(group, partitions, begin, end));
        });
    }

    private static List<PartitionPosition> positions(
            GroupDetail group, Set<PartitionId> partitions, KnownOffsets begins, KnownOffsets ends) {
        List<PartitionPosition> positions = new ArrayList<>();
        for (PartitionId partition : partitions) {
            Long stored = group.committed().get(partition);
            OptionalLong place = stored == null ? OptionalLong.empty() : OptionalLong.of(stored);
            PartitionPosition position = PartitionPosition.of(partition, begins, ends, place, place);
            positions.add(
                    group.type() == GroupType.SHARE
                            ? position.counted(group.shareLags().get(partition))
                            : position);
        }
        return positions;
    }

    private String obstacle(GroupDetail group) {
        if (group.members().isEmpty()) {
            return "";
        }
        int count = group.members().size();
        int ours = ownIn(group);
        String others = othersIn(group).stream().distinct().collect(Collectors.joining(", "));
        String active = Counted.of(count, "member") + " active";
        if (ours == 0) {
            return active + ": " + others + ". Stop " + Counted.word(count, "it", "them") + " first.";
        }
        String belong = Counted.of(ours, "belongs", "belong") + " to this app";
        return active + " \u2014 " + belong + (others.isEmpty() ? "." : ", others are " + others + ".");
    }

    private int ownIn(GroupDetail group) {
        return group.members().size() - othersIn(group).size();
    }

    private List<String> othersIn(GroupDetail group) {
        Set<String> ours = new HashSet<>();
        own.of(groupId).forEach(member -> ours.add(member.status().clientId()));
        return group.members().stream()
                .map(GroupDetail.Member::clientId)
                .filter(client -> !ours.contains(client))
                .toList();
    }

    private BrokerFailure refusal(String obstacle) {
        return new BrokerFailure(
                "The offsets of group " + groupId + " were not changed.",
                obstacle + " A coordinator takes offsets from outside only for a group without members.",
                List.of("Stop the members, wait until the group is empty, and try again"),
                "",
                BrokerFailure.Kind.FATAL);
    }

    private CompletableFuture<Void> verified(
            Collection<PartitionOffset> commits, Set<PartitionId> forgotten, Map<PartitionId, PartitionOffset> stored) {
        Map<PartitionId, String> wrong = new TreeMap<>();
        for (PartitionOffset commit : commits) {
            PartitionOffset found = stored.get(commit.partition());
            if (found == null || !holds(found, commit)) {
                wrong.put(
                        commit.partition(),
                        commit.partition() + " wanted " + words(commit) + ", stored "
                                + (found == null ? "none" : words(found)));
            }
        }
        for (PartitionId partition : forgotten) {
            PartitionOffset found = stored.get(partition);
            if (found != null) {
                wrong.put(partition, partition + " wanted none, stored " + words(found));
            }
        }
        if (wrong.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.failedFuture(new BrokerFailureException(
                new BrokerFailure(
                        "The offsets of group " + groupId + " are not all as they were set.",
                        String.join("; ", wrong.values()) + ". A member may have committed in between.",
                        List.of("Read the positions again", "Make sure that no member of the group runs"),
                        String.join(System.lineSeparator(), wrong.values()),
                        BrokerFailure.Kind.RETRIABLE),
                null));
    }

    /** A commit without metadata is stored with an empty text. */
    private static boolean holds(PartitionOffset stored, PartitionOffset wanted) {
        return stored.offset() == wanted.offset()
                && Objects.requireNonNullElse(stored.metadata(), "")
                        .equals(Objects.requireNonNullElse(wanted.metadata(), ""))
                && Objects.equals(stored.leaderEpoch(), wanted.leaderEpoch());
    }

    private static String words(PartitionOffset commit) {
        String metadata = commit.metadata();
        return commit.offset() + (metadata == null || metadata.isEmpty() ? "" : " with \u201c" + metadata + "\u201d");
    }
}
