package dev.surveyor.service.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.FakeClusterReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupResetTest {

    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P1 = new PartitionId("orders", 1);

    private final FakeClusterReader cluster = new FakeClusterReader();
    private final Offsets offsets = new Offsets();
    private final GroupReset reset = new GroupReset(cluster, offsets, new NoMembers(), "billing");

    @BeforeEach
    void two_partitions_of_which_one_has_a_commit() {
        cluster.topics.put("orders", 2);
        cluster.begins.putAll(Map.of(P0, 10L, P1, 0L));
        cluster.ends.putAll(Map.of(P0, 100L, P1, 50L));
        cluster.committed.put(P0, 40L);
    }

    @Test
    void every_partition_of_a_committed_topic_is_offered_with_its_commit() {
        GroupReset.Standing standing = reset.read().join();
        assertThat(standing.obstacle()).isEmpty();
        assertThat(standing.positions()).hasSize(2);
        assertThat(standing.positions().get(0).committed()).hasValue(40);
        assertThat(standing.positions().get(0).lag()).hasValue(60);
        assertThat(standing.positions().get(1).committed()).isEmpty();
    }

    @Test
    void an_empty_group_takes_new_offsets_and_they_are_read_again() {
        reset.set(List.of(PartitionOffset.of(P0, 10L), PartitionOffset.of(P1, 5L)), Set.of())
                .join();
        assertThat(cluster.committed).containsEntry(P0, 10L).containsEntry(P1, 5L);
        reset.set(List.of(PartitionOffset.of(P0, 40L)), Set.of(P1)).join();
        assertThat(cluster.committed).containsOnly(Map.entry(P0, 40L));
    }

    @Test
    void going_back_brings_what_was_committed_with_the_offset_and_forgets_what_was_not_committed() {
        cluster.metadata.put(P0, "lease 7");
        Map<PartitionId, PartitionOffset> replaced = reset.set(
                        List.of(PartitionOffset.of(P0, 10L), PartitionOffset.of(P1, 5L)), Set.of())
                .join();
        assertThat(cluster.metadata).isEmpty();
        assertThat(replaced).containsOnlyKeys(P0);

        reset.set(replaced.values(), Set.of(P1)).join();

        assertThat(cluster.committed).containsOnly(Map.entry(P0, 40L));
        assertThat(cluster.metadata).containsOnly(Map.entry(P0, "lease 7"));
    }

    @Test
    void a_group_with_members_is_refused_and_they_are_named() {
        cluster.groupMembers.add(
                new GroupDetail.Member("id", "worker-9f2", "/10.0.0.7", OptionalInt.empty(), List.of()));
        assertThat(reset.read().join().obstacle()).isEqualTo("1 member active: worker-9f2. Stop it first.");
        assertThatThrownBy(() -> reset.set(List.of(PartitionOffset.of(P0, 10L)), Set.of())
                        .join())
                .satisfies(thrown ->
                        assertThat(BrokerFailureException.in(thrown).sentence()).contains("worker-9f2"));
        assertThat(cluster.committed).containsOnly(Map.entry(P0, 40L));
    }

    @Test
    void what_is_stored_otherwise_than_asked_is_a_failure_that_names_the_partition() {
        offsets.lost = true;
        assertThatThrownBy(() -> reset.set(List.of(PartitionOffset.of(P0, 10L)), Set.of())
                        .join())
                .satisfies(
                        thrown -> assertThat(BrokerFailureException.in(thrown).sentence())
                                .contains("orders[0] wanted 10, stored 40"));
    }

    /** Stores into the fake cluster, or loses what it is given. */
    private final class Offsets implements GroupOffsets {
        private boolean lost;

        @Override
        public CompletableFuture<Map<PartitionId, PartitionOffset>> committed(String groupId) {
            return cluster.committed(groupId);
        }

        @Override
        public CompletableFuture<Void> commit(String groupId, Collection<PartitionOffset> wanted) {
            return lost ? CompletableFuture.completedFuture(null) : cluster.commit(groupId, wanted);
        }

        @Override
        public CompletableFuture<Void> forget(String groupId, Set<PartitionId> partitions) {
            cluster.committed.keySet().removeAll(partitions);
            return CompletableFuture.completedFuture(null);
        }
    }
}
