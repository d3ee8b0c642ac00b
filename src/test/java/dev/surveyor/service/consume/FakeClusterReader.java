package dev.surveyor.service.consume;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.consume.FirstRecord;
import dev.surveyor.domain.consume.FirstRecords;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.GroupOffsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A cluster that answers at once with what a test has put into it, or with the future that the test holds back. */
public class FakeClusterReader implements ClusterReader, GroupOffsets {

    public final Map<String, Integer> topics = new HashMap<>();
    public final List<String> groupIds = new ArrayList<>();
    public final Map<PartitionId, Long> offsetsAt = new HashMap<>();
    public final Map<PartitionId, Long> committed = new HashMap<>();
    public final Map<PartitionId, Long> begins = new HashMap<>();
    public final Map<PartitionId, Long> ends = new HashMap<>();
    public final Map<PartitionId, PartitionTrouble> troubles = new HashMap<>();
    public final List<GroupDetail.Member> groupMembers = new ArrayList<>();
    public final Map<PartitionId, Instant> recordTimes = new HashMap<>();

    /** How many offsets without a record come before the first record of a place. */
    public final Map<PartitionId, Long> holes = new HashMap<>();

    /** Partitions that hold no record from any place on. */
    public final Set<PartitionId> noRecords = new HashSet<>();

    /** What was committed with an offset. */
    public final Map<PartitionId, String> metadata = new HashMap<>();

    /** Answers of {@link #offsetsAt} that the test completes itself, in the order of the questions. */
    public final List<CompletableFuture<KnownOffsets>> heldBack = new ArrayList<>();

    public boolean holdBack;
    public @Nullable RuntimeException failure;

    @Override
    public CompletableFuture<ClusterOverview> overview() {
        List<TopicSummary> found = topics.entrySet().stream()
                .map(topic -> new TopicSummary(topic.getKey(), topic.getValue(), 1, false))
                .toList();
        return answer(new ClusterOverview("test", List.of(), found, summaries(), List.of()));
    }

    @Override
    public CompletableFuture<List<GroupSummary>> groups() {
        return answer(summaries());
    }

    private List<GroupSummary> summaries() {
        return groupIds.stream()
                .map(id -> new GroupSummary(
                        id, GroupType.CLASSIC, "consumer", "Empty", OptionalInt.of(0), GroupLag.NONE, ""))
                .toList();
    }

    @Override
    public CompletableFuture<TopicDetail> topic(String name) {
        return answer(new TopicDetail(name, false, List.of(), List.of()));
    }

    @Override
    public CompletableFuture<GroupDetail> group(String groupId) {
        return answer(new GroupDetail(
                groupId,
                GroupType.CLASSIC,
                "Empty",
                "",
                OptionalInt.empty(),
                List.copyOf(groupMembers),
                Map.copyOf(committed)));
    }

    @Override
    public CompletableFuture<List<PartitionId>> partitions(String topic) {
        List<PartitionId> found = new ArrayList<>();
        for (int i = 0; i < topics.getOrDefault(topic, 0); i++) {
            found.add(new PartitionId(topic, i));
        }
        return answer(found);
    }

    @Override
    public CompletableFuture<KnownOffsets> beginOffsets(Collection<PartitionId> partitions) {
        return answer(new KnownOffsets(begins, troubles));
    }

    @Override
    public CompletableFuture<KnownOffsets> endOffsets(Collection<PartitionId> partitions) {
        return answer(new KnownOffsets(ends, troubles));
    }

    @Override
    public CompletableFuture<KnownOffsets> offsetsAt(
            Collection<PartitionId> partitions, Instant time, IsolationLevel isolation, IntConsumer answered) {
        if (holdBack) {
            CompletableFuture<KnownOffsets> future = new CompletableFuture<>();
            heldBack.add(future);
            return future;
        }
        return answer(new KnownOffsets(offsetsAt, troubles));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> committedOffsets(String groupId) {
        return answer(Map.copyOf(committed));
    }

    @Override
    public CompletableFuture<FirstRecords> firstRecords(Map<PartitionId, Long> offsets, IsolationLevel isolation) {
        Map<PartitionId, FirstRecord> found = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            Instant time = recordTimes.get(partition);
            if (time != null && !noRecords.contains(partition)) {
                found.put(partition, new FirstRecord(offset + holes.getOrDefault(partition, 0L), time));
            }
        });
        Set<PartitionId> none = new HashSet<>(noRecords);
        none.retainAll(offsets.keySet());
        return answer(new FirstRecords(found, none));
    }

    @Override
    public CompletableFuture<Map<PartitionId, PartitionOffset>> committed(String groupId) {
        Map<PartitionId, PartitionOffset> commits = new HashMap<>();
        committed.forEach((partition, offset) ->
                commits.put(partition, new PartitionOffset(partition, offset, metadata.get(partition), null, null)));
        return answer(commits);
    }

    @Override
    public CompletableFuture<Void> commit(String groupId, Collection<PartitionOffset> offsets) {
        for (PartitionOffset place : offsets) {
            committed.put(place.partition(), place.offset());
            metadata.remove(place.partition());
            if (place.metadata() != null) {
                metadata.put(place.partition(), place.metadata());
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> forget(String groupId, Set<PartitionId> partitions) {
        committed.keySet().removeAll(partitions);
        return CompletableFuture.completedFuture(null);
    }

    private <T> CompletableFuture<T> answer(T value) {
        return failure == null ? CompletableFuture.completedFuture(value) : CompletableFuture.failedFuture(failure);
    }
}
