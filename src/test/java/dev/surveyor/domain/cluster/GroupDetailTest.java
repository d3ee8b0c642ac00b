package dev.surveyor.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GroupDetailTest {

    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P1 = new PartitionId("orders", 1);
    private static final PartitionId P2 = new PartitionId("orders", 2);

    @Test
    void the_lag_of_consumers_is_what_lies_between_commit_and_end_and_a_place_beyond_it_is_known() {
        GroupDetail group = group(GroupType.CONSUMER, "Stable", List.of()).with(Map.of(P0, 4L, P1, 30L), Map.of());
        assertThat(group.lag(KnownOffsets.of(Map.of(P0, 10L, P1, 20L, P2, 9L))))
                .isEqualTo(new GroupLag(6, 2, List.of(), List.of(P1)));
    }

    @Test
    void a_partition_whose_end_is_not_known_is_said_not_to_be_counted() {
        GroupDetail group = group(GroupType.CLASSIC, "Stable", List.of()).with(Map.of(P0, 4L, P1, 30L), Map.of());
        PartitionTrouble leaderless = new PartitionTrouble(P1, PartitionTrouble.Kind.NO_LEADER, "has no leader");
        assertThat(group.lag(new KnownOffsets(Map.of(P0, 10L), Map.of(P1, leaderless))))
                .isEqualTo(new GroupLag(6, 1, List.of(leaderless)));
        assertThat(group.lag(KnownOffsets.of(Map.of())).known()).isEmpty();
    }

    @Test
    void a_commit_for_a_topic_that_is_no_more_is_no_lag() {
        GroupDetail group = group(GroupType.CLASSIC, "Empty", List.of()).with(Map.of(P0, 4L, P1, 30L), Map.of());
        PartitionTrouble gone = new PartitionTrouble(P1, PartitionTrouble.Kind.GONE, "does not exist");
        assertThat(group.lag(new KnownOffsets(Map.of(P0, 10L), Map.of(P1, gone))))
                .isEqualTo(new GroupLag(6, 1, List.of()));
    }

    @Test
    void the_lag_of_a_share_group_is_never_computed_from_its_start_offset() {
        GroupDetail group = group(GroupType.SHARE, "Stable", List.of()).with(Map.of(P0, 0L, P1, 0L), Map.of(P0, 1L));
        GroupLag lag = group.lag(KnownOffsets.of(Map.of(P0, 10L, P1, 10L)));
        assertThat(lag.known()).hasValue(1);
        assertThat(lag.uncounted())
                .extracting(PartitionTrouble::sentence)
                .containsExactly("orders[1] is not counted by the brokers");
    }

    @Test
    void reconciling_because_of_a_seat_that_is_kept_is_said_so() {
        assertThat(group(GroupType.CONSUMER, "Reconciling", List.of(member(7), member(-2)))
                        .shownState())
                .isEqualTo(GroupDetail.SEAT_KEPT);
        assertThat(group(GroupType.STREAMS, "Assigning", List.of(member(-2))).shownState())
                .isEqualTo(GroupDetail.SEAT_KEPT);
    }

    @Test
    void a_group_that_has_something_to_move_is_called_so_though_a_seat_is_kept() {
        assertThat(group(GroupType.CONSUMER, "Reconciling", List.of(member(6), member(-2)))
                        .shownState())
                .isEqualTo("Reconciling");
        assertThat(group(GroupType.CONSUMER, "Assigning", List.of(member(7), member(-2)))
                        .shownState())
                .isEqualTo("Assigning");
        assertThat(group(GroupType.CONSUMER, "Reconciling", List.of(member(7))).shownState())
                .isEqualTo("Reconciling");
    }

    @Test
    void tasks_read_as_one_line() {
        StreamsTasks tasks = new StreamsTasks(List.of("0_1", "1_1"), List.of("0_0"), List.of("1_0", "1_2"));
        assertThat(tasks.text()).isEqualTo("0_1, 1_1, standby 0_0, warm-up 1_0, 1_2");
        assertThat(StreamsTasks.NONE.text()).isEmpty();
    }

    private static GroupDetail group(GroupType type, String state, List<Member> members) {
        return new GroupDetail("billing", type, state, "", OptionalInt.of(7), members, Map.of());
    }

    private static Member member(int epoch) {
        return new Member("id" + epoch, "worker", "/10.0.0.7", OptionalInt.of(epoch), List.of());
    }
}
