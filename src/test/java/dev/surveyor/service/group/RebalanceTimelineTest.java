package dev.surveyor.service.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.event.ClientEvent.OffsetsCommitted;
import dev.surveyor.domain.event.ClientEvent.PartitionsAssigned;
import dev.surveyor.domain.event.ClientEvent.PartitionsLost;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class RebalanceTimelineTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final RebalanceTimeline timeline = new RebalanceTimeline("billing");

    @Test
    void a_member_owns_what_it_was_assigned_until_it_is_revoked() {
        assigned(0, "billing-1", 1, at(0, 10, 10), at(1, 0, 0));
        revoked(5, "billing-1", 1, at(1, 4, 4));

        Lane lane = timeline.lanes().get(0);
        assertThat(lane.title()).isEqualTo("A · billing-1");
        assertThat(lane.open()).extracting(OwnedSpan::partition).containsExactly(partition(0));
        assertThat(lane.spans()).contains(new OwnedSpan(partition(1), second(0), second(5), false));
        assertThat(timeline.unowned()).containsExactly(new UnownedSpan(partition(1), second(5), null));
    }

    @Test
    void records_between_the_old_position_and_the_new_start_are_redelivered() {
        assigned(0, "billing-1", 1, at(2, 0, 0));
        changed(10, "billing-1", Kind.VANISHED, false, 1, at(2, 812, 800));
        assigned(31, "billing-2", 2, at(2, 800, 800));

        RebalanceRow row = last();
        assertThat(row.redelivered()).hasValue(12);
        assertThat(row.handOffs()).extracting(HandOff::text).containsExactly("orders[2] 800 to 811 read twice");
        assertThat(row.unowned()).isEqualTo(Duration.ofSeconds(21));
        assertThat(totals(40).redelivered()).isEqualTo(12);
        assertThat(totals(40).unowned()).isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void offsets_that_the_new_owner_does_not_begin_with_are_skipped() {
        assigned(0, "billing-1", 1, at(0, 5, 5));
        revoked(1, "billing-1", 1, at(0, 10, 5));
        assigned(2, "billing-2", 2, at(0, 25, 25));

        assertThat(last().handOffs()).extracting(HandOff::text).containsExactly("orders[0] 10 to 24 skipped");
        assertThat(totals(3).skipped()).isEqualTo(15);
    }

    @Test
    void a_revoked_row_says_what_was_read_and_not_committed() {
        assigned(0, "billing-1", 1, at(0, 0, 0));
        revoked(1, "billing-1", 1, at(0, 30, 20));

        assertThat(last().redelivered()).hasValue(10);
        assertThat(totals(2).redelivered()).as("counted when it is read again").isZero();
    }

    @Test
    void a_sampled_owner_begins_at_the_last_committed_offset() {
        assigned(0, "billing-1", 1, at(2, 0, 0));
        changed(5, "billing-1", Kind.LEFT, false, 1, at(2, 812, 800));
        changed(7, "rdkafka", Kind.JOINED, true, 2, at(2, -1, 805));

        assertThat(last().kind()).isEqualTo(RebalanceRow.Kind.ASSIGNED);
        assertThat(last().sampled()).isTrue();
        assertThat(last().redelivered()).hasValue(12);
        assertThat(timeline.lanes().get(1).sampled()).isTrue();
    }

    @Test
    void a_rise_of_the_generation_is_a_rebalance() {
        assigned(0, "billing-1", 12, at(0, 0, 0));
        revoked(3, "billing-1", 12, at(0, 0, 0));
        assigned(4, "billing-2", 13, at(0, 0, 0));
        assigned(5, "billing-1", 13);

        assertThat(timeline.epochs()).extracting(EpochMark::number).containsExactly(12, 13);
        assertThat(totals(6).rebalances()).isEqualTo(1);
    }

    @Test
    void unowned_time_counts_once_however_many_partitions_have_no_owner() {
        assigned(0, "billing-1", 1, at(0, 0, 0), at(1, 0, 0), at(2, 0, 0));
        revoked(10, "billing-1", 1, at(0, 0, 0), at(1, 0, 0));
        assigned(12, "billing-2", 2, at(0, 0, 0), at(1, 0, 0));

        assertThat(totals(20).unowned()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_group_whose_last_member_left_has_no_unowned_time() {
        assigned(0, "billing-1", 1, at(0, 0, 0));
        revoked(10, "billing-1", 1, at(0, 0, 0));
        changed(10, "billing-1", Kind.LEFT, false, 1);

        assertThat(totals(600).unowned()).isEqualTo(Duration.ZERO);
        assertThat(timeline.unowned()).allMatch(span -> span.to() != null);
    }

    @Test
    void a_vanished_member_ends_when_its_session_ran_out() {
        assigned(0, "billing-1", 1, at(0, 0, 0));
        assigned(0, "billing-2", 1, at(1, 0, 0));
        changed(10, "billing-1", Kind.VANISHED, false, 1, at(0, 5, 5));
        changed(30, "billing-1", Kind.SESSION_RAN_OUT, true, 2);

        assertThat(timeline.lanes().get(0).end()).isEqualTo(Lane.End.SESSION_RAN_OUT);
        assertThat(timeline.lanes().get(0).endedAt()).isEqualTo(second(10));
        assertThat(timeline.lanes().get(0).expiredAt()).isEqualTo(second(30));
        assertThat(last().unowned()).isEqualTo(Duration.ofSeconds(20));
        assertThat(timeline.lanes())
                .as("one lane, although the end was sampled")
                .hasSize(2);
    }

    @Test
    void a_failed_commit_counts_as_a_failed_callback() {
        timeline.accept(new OffsetsCommitted(
                second(1), "billing-1", "billing", List.of(PartitionOffset.of(partition(0), 5)), "no answer"));

        assertThat(totals(2).callbacksFailed()).isEqualTo(1);
        assertThat(last().kind()).isEqualTo(RebalanceRow.Kind.COMMIT_FAILED);
    }

    @Test
    void events_of_other_groups_change_nothing() {
        timeline.accept(new PartitionsAssigned(second(1), "x", "other", "m", 3, List.of(at(0, 0, 0)), Duration.ZERO));

        assertThat(timeline.lanes()).isEmpty();
        assertThat(timeline.rows()).isEmpty();
    }

    @Test
    void what_ended_a_quarter_of_an_hour_ago_is_forgotten_and_totals_are_not() {
        assigned(0, "billing-1", 1, at(0, 0, 0));
        revoked(10, "billing-1", 1, at(0, 0, 0));
        assigned(12, "billing-2", 2, at(0, 0, 0));
        changed(12, "billing-1", Kind.LEFT, false, 2);
        timeline.forget(second(1_000));

        assertThat(timeline.lanes()).extracting(Lane::client).containsExactly("billing-2");
        assertThat(timeline.rows()).isEmpty();
        assertThat(totals(1_000).unowned()).isEqualTo(Duration.ofSeconds(2));
        assertThat(timeline.epochs()).extracting(EpochMark::number).containsExactly(2);
    }

    @Test
    void every_partition_has_one_owner_or_none_at_every_moment() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            RebalanceTimeline history = new RebalanceTimeline("billing");
            Map<PartitionId, Instant> firstOwned = new HashMap<>();
            int end = play(history, firstOwned, random);
            assertCovered(history, firstOwned, end);
        }
    }

    /** Plays a cooperative group: members come and go, and only what moves is revoked, then assigned. */
    private static int play(RebalanceTimeline history, Map<PartitionId, Instant> firstOwned, Random random) {
        List<Integer> members = new ArrayList<>(List.of(0));
        Map<Integer, Integer> owner = new HashMap<>();
        int time = 0;
        int generation = 1;
        for (int step = 0; step < 30; step++) {
            time += 1 + random.nextInt(5);
            generation++;
            int newcomer = step + 1;
            boolean leaves = members.size() > 1 && random.nextBoolean();
            if (leaves) {
                int gone = members.remove(random.nextInt(members.size()));
                history.accept(new MemberChanged(
                        second(time), "m" + gone, "billing", "", generation - 1, Kind.VANISHED, false, List.of(), ""));
                owner.values().removeIf(each -> each == gone);
            } else {
                members.add(newcomer);
            }
            for (int p = 0; p < 6; p++) {
                int next = members.get(random.nextInt(members.size()));
                Integer now = owner.get(p);
                if (now == null || now != next) {
                    if (now != null) {
                        history.accept(new PartitionsRevoked(
                                second(time),
                                "m" + now,
                                "billing",
                                "",
                                generation - 1,
                                List.of(at(p, 1, 1)),
                                Duration.ZERO));
                    }
                    int assignedAt = time + random.nextInt(2);
                    firstOwned.putIfAbsent(partition(p), second(assignedAt));
                    time = assignedAt;
                    history.accept(new PartitionsAssigned(
                            second(time), "m" + next, "billing", "", generation, List.of(at(p, 1, 1)), Duration.ZERO));
                    owner.put(p, next);
                }
            }
        }
        return time;
    }

    private static void assertCovered(RebalanceTimeline history, Map<PartitionId, Instant> firstOwned, int end) {
        firstOwned.forEach((partition, from) -> {
            for (Instant moment = from.plusMillis(500);
                    moment.isBefore(second(end));
                    moment = moment.plusMillis(1_000)) {
                Instant now = moment;
                long owners = history.lanes().stream()
                        .flatMap(lane -> lane.spans().stream())
                        .filter(span -> span.partition().equals(partition) && covers(span.from(), span.to(), now))
                        .count();
                long unowned = history.unowned().stream()
                        .filter(span -> span.partition().equals(partition) && covers(span.from(), span.to(), now))
                        .count();
                assertThat(owners + unowned).as("%s at %s", partition, now).isEqualTo(1);
            }
        });
    }

    private static boolean covers(Instant from, Instant to, Instant moment) {
        return !from.isAfter(moment) && (to == null || to.isAfter(moment));
    }

    @Test
    void a_lost_partition_is_reported_as_lost() {
        assigned(0, "billing-1", 1, at(0, 0, 0));
        timeline.accept(new PartitionsLost(
                second(4), "billing-1", "billing", "", -1, List.of(at(0, 9, 3)), Duration.ofMillis(2)));

        assertThat(last().kind()).isEqualTo(RebalanceRow.Kind.LOST);
        assertThat(last().generation()).as("the last that is known").isEqualTo(1);
        assertThat(last().redelivered()).hasValue(6);
    }

    private void assigned(int second, String client, int generation, MovedPartition... partitions) {
        timeline.accept(new PartitionsAssigned(
                second(second),
                client,
                "billing",
                client + "-id",
                generation,
                List.of(partitions),
                Duration.ofMillis(2)));
    }

    private void revoked(int second, String client, int generation, MovedPartition... partitions) {
        timeline.accept(new PartitionsRevoked(
                second(second),
                client,
                "billing",
                client + "-id",
                generation,
                List.of(partitions),
                Duration.ofMillis(4)));
    }

    private void changed(
            int second, String client, Kind kind, boolean sampled, int generation, MovedPartition... partitions) {
        timeline.accept(new MemberChanged(
                second(second), client, "billing", client + "-id", generation, kind, sampled, List.of(partitions), ""));
    }

    private RebalanceRow last() {
        List<RebalanceRow> rows = timeline.rows();
        return rows.get(rows.size() - 1);
    }

    private RebalanceTotals totals(int second) {
        return timeline.totals(second(second));
    }

    private static MovedPartition at(int partition, long position, long committed) {
        return new MovedPartition(
                partition(partition),
                position < 0 ? OptionalLong.empty() : OptionalLong.of(position),
                OptionalLong.of(committed));
    }

    private static PartitionId partition(int number) {
        return new PartitionId("orders", number);
    }

    private static Instant second(int second) {
        return START.plusSeconds(second);
    }
}
