package dev.surveyor.service.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Members of other programs, as the coordinator tells of them. */
class OtherMembersTimelineTest {

    private final RebalanceTimeline timeline = new RebalanceTimeline("billing");

    @Test
    void members_of_a_share_group_have_the_same_partition_side_by_side() {
        shared(0, "one", Kind.JOINED, 0, 1);
        shared(5, "two", Kind.JOINED, 0);
        assertThat(owned(0)).containsExactly(0, 1);
        assertThat(owned(1)).containsExactly(0);

        shared(9, "one", Kind.LEFT);
        assertThat(owned(0)).isEmpty();
        assertThat(owned(1)).containsExactly(0);
        assertThat(timeline.unowned())
                .extracting(UnownedSpan::partition)
                .as("nobody has the other one")
                .containsExactly(partition(1));
    }

    @Test
    void a_static_member_that_comes_back_has_the_lane_that_it_had() {
        seat(0, "id-1", Kind.JOINED, 0, 1);
        seat(10, "id-1", Kind.SEAT_KEPT, 0, 1);
        Lane away = timeline.lanes().get(0);
        assertThat(away.end()).isEqualTo(Lane.End.SEAT_KEPT);
        assertThat(away.endedAt()).isEqualTo(second(10));
        assertThat(away.expiredAt()).isNull();
        assertThat(away.open()).isEmpty();

        seat(14, "id-2", Kind.JOINED, 0, 1);
        assertThat(timeline.lanes()).hasSize(1);
        Lane back = timeline.lanes().get(0);
        assertThat(back.end()).isEqualTo(Lane.End.LIVES);
        assertThat(back.memberId()).isEqualTo("id-2");
        assertThat(back.open()).hasSize(2);
        assertThat(timeline.totals(second(20)).unowned())
                .as("nobody read them meanwhile")
                .isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void a_seat_that_is_given_up_ends_the_lane_and_when_it_left_stays_known() {
        seat(0, "id-1", Kind.JOINED, 0);
        seat(10, "id-1", Kind.SEAT_KEPT, 0);
        seat(55, "id-1", Kind.LEFT);
        Lane lane = timeline.lanes().get(0);
        assertThat(lane.end()).isEqualTo(Lane.End.SEAT_KEPT);
        assertThat(lane.endedAt()).isEqualTo(second(10));
        assertThat(lane.expiredAt()).isEqualTo(second(55));
        assertThat(timeline.rows())
                .extracting(RebalanceRow::kind)
                .containsExactly(
                        RebalanceRow.Kind.JOINED,
                        RebalanceRow.Kind.ASSIGNED,
                        RebalanceRow.Kind.SEAT_KEPT,
                        RebalanceRow.Kind.LEFT);
    }

    @Test
    void a_member_that_polled_too_late_did_not_vanish() {
        timeline.accept(new MemberChanged(second(1), "own-1", "billing", "m", 1, Kind.JOINED, false, List.of(), ""));
        timeline.accept(
                new MemberChanged(second(9), "own-1", "billing", "m", 2, Kind.POLLED_TOO_LATE, true, List.of(), ""));
        assertThat(timeline.lanes().get(0).end()).isEqualTo(Lane.End.POLLED_TOO_LATE);
        assertThat(timeline.rows().get(1).kind()).hasToString("polled too late");
    }

    private List<Integer> owned(int lane) {
        return timeline.lanes().get(lane).open().stream()
                .map(span -> span.partition().partition())
                .toList();
    }

    private void shared(int second, String memberId, Kind kind, int... partitions) {
        timeline.accept(new MemberChanged(
                second(second), "worker", "billing", memberId, "", 1, kind, true, true, moved(partitions), ""));
    }

    private void seat(int second, String memberId, Kind kind, int... partitions) {
        timeline.accept(new MemberChanged(
                second(second), "worker", "billing", memberId, "seat-1", 1, kind, true, false, moved(partitions), ""));
    }

    private static List<MovedPartition> moved(int... partitions) {
        return Arrays.stream(partitions)
                .mapToObj(each -> new MovedPartition(partition(each), OptionalLong.empty(), OptionalLong.empty()))
                .toList();
    }

    private static PartitionId partition(int number) {
        return new PartitionId("orders", number);
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(1_000_000 + second);
    }
}
