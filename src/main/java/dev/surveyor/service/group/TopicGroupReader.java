package dev.surveyor.service.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.ClusterReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the groups that read a topic, by asking for each group of the cluster: a few at a time, as a cluster may have
 * thousands. A group that cannot be read becomes a row that says why.
 */
public final class TopicGroupReader {

    public static final int AT_ONCE = 8;

    private final ClusterReader cluster;
    private final TopicDetail topic;
    private final CompletableFuture<List<TopicGroupRow>> result = new CompletableFuture<>();

    public TopicGroupReader(ClusterReader cluster, TopicDetail topic) {
        this.cluster = cluster;
        this.topic = topic;
    }

    /**
     * Begins to ask; for one call.
     *
     * @return the rows by id; cancelling it asks for no further group. Fails where the groups cannot be listed.
     */
    public CompletableFuture<List<TopicGroupRow>> read() {
        CompletableFuture<?> unused = cluster.groups().thenCompose(this::rowsOf).whenComplete((rows, failed) -> {
            if (failed == null) {
                result.complete(rows);
            } else {
                result.completeExceptionally(failed);
            }
        });
        return result;
    }

    private CompletableFuture<List<TopicGroupRow>> rowsOf(List<GroupSummary> groups) {
        List<CompletableFuture<List<TopicGroupRow>>> lanes = new ArrayList<>();
        for (int lane = 0; lane < Math.min(AT_ONCE, groups.size()); lane++) {
            lanes.add(CompletableFuture.completedFuture(List.of()));
        }
        for (int i = 0; i < groups.size(); i++) {
            GroupSummary group = groups.get(i);
            lanes.set(i % AT_ONCE, lanes.get(i % AT_ONCE).thenCompose(before -> append(before, group)));
        }
        return CompletableFuture.allOf(lanes.toArray(new CompletableFuture<?>[0]))
                .thenApply(done -> lanes.stream()
                        .flatMap(lane -> lane.join().stream())
                        .sorted(Comparator.comparing(TopicGroupRow::id))
                        .toList());
    }

    /** A commit that came after the ends were read is beyond none of them, so they are read once more where it seems so. */
    private CompletableFuture<Optional<TopicGroupRow>> rowOf(GroupDetail group) {
        Optional<TopicGroupRow> row = TopicGroupRow.of(group, topic, Map.of());
        List<PartitionId> beyond = row.map(known -> known.lag().beyond()).orElse(List.of());
        return beyond.isEmpty()
                ? CompletableFuture.completedFuture(row)
                : cluster.endOffsets(beyond).thenApply(ends -> TopicGroupRow.of(group, topic, ends.offsets()));
    }

    private CompletableFuture<List<TopicGroupRow>> append(List<TopicGroupRow> before, GroupSummary group) {
        if (result.isCancelled()) {
            return CompletableFuture.completedFuture(before);
        }
        return cluster.group(group.id())
                .thenCompose(this::rowOf)
                .exceptionally(failed -> Optional.of(TopicGroupRow.unread(group, BrokerFailureException.in(failed))))
                .thenApply(row -> {
                    List<TopicGroupRow> rows = new ArrayList<>(before);
                    row.ifPresent(rows::add);
                    return rows;
                });
    }
}
