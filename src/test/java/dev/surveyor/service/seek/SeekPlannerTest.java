package dev.surveyor.service.seek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.FirstRecord;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.SeekNote;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.FakeClusterReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeekPlannerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:02:14Z");
    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P1 = new PartitionId("orders", 1);
    private static final PartitionId P2 = new PartitionId("orders", 2);
    private static final List<PartitionPosition> POSITIONS =
            List.of(at(P0, 100, 8_102, 8_102), at(P1, 1_200, 48_209, 48_207), at(P2, 0, 0, 0));

    private final FakeClusterReader cluster = new FakeClusterReader();
    private final SeekPlanner planner = new SeekPlanner(cluster);

    @Test
    void an_offset_before_the_begin_is_clamped_to_it() {
        SeekPlan plan = plan(new SeekTarget.Offset(500));
        assertThat(plan.targets()).containsEntry(P0, 500L).containsEntry(P1, 1_200L);
        assertThat(row(plan, 1).note()).isEqualTo(SeekNote.CLAMPED_TO_BEGIN);
        assertThat(row(plan, 1).move()).hasValue(-47_007);
    }

    @Test
    void seek_past_the_end_clamps_to_the_end() {
        SeekPlan plan = plan(new SeekTarget.Offset(10_000));
        assertThat(row(plan, 0).target()).hasValue(8_102);
        assertThat(row(plan, 0).note()).isEqualTo(SeekNote.CLAMPED_TO_END);
    }

    @Test
    void an_empty_partition_goes_to_its_only_place_and_says_so() {
        SeekPlan plan = plan(new SeekTarget.Offset(500));
        assertThat(row(plan, 2).target()).hasValue(0);
        assertThat(row(plan, 2).note()).isEqualTo(SeekNote.EMPTY_PARTITION);
    }

    @Test
    void a_time_after_the_last_record_leads_to_the_end() {
        cluster.offsetsAt.put(P0, 700L);
        SeekPlan plan = plan(new SeekTarget.Time(NOW));
        assertThat(row(plan, 0).target()).hasValue(700);
        assertThat(row(plan, 1).target()).hasValue(48_209);
        assertThat(row(plan, 1).note()).isEqualTo(SeekNote.NO_RECORD_THAT_LATE);
    }

    @Test
    void a_partition_without_a_commit_stays() {
        cluster.committed.put(P1, 48_000L);
        SeekPlan plan = plan(new SeekTarget.CommittedOf("billing"));
        assertThat(plan.targets()).containsOnly(Map.entry(P1, 48_000L));
        assertThat(row(plan, 0).note()).isEqualTo(SeekNote.NO_COMMIT);
    }

    @Test
    void a_relative_move_counts_from_each_position() {
        SeekPlan plan = plan(new SeekTarget.Relative(-100, SeekTarget.From.POSITION));
        assertThat(plan.targets()).containsEntry(P0, 8_002L).containsEntry(P1, 48_107L);
    }

    @Test
    void a_relative_move_beyond_all_numbers_is_clamped_and_does_not_wrap() {
        SeekPlan plan = plan(new SeekTarget.Relative(Long.MAX_VALUE, SeekTarget.From.END));
        assertThat(row(plan, 1).target()).hasValue(48_209);
    }

    @Test
    void a_partition_without_a_position_has_nothing_to_count_from() {
        List<PartitionPosition> one =
                List.of(new PartitionPosition(P0, 0, 10, OptionalLong.empty(), OptionalLong.empty()));
        SeekTarget target = new SeekTarget.Relative(-1, SeekTarget.From.POSITION);
        SeekPlan plan = SeekPlanner.plan(
                NOW,
                one,
                target,
                planner.wanted(target, one, IsolationLevel.READ_UNCOMMITTED, answered -> {})
                        .join(),
                Map.of(),
                Set.of());
        assertThat(row(plan, 0).note()).isEqualTo(SeekNote.NO_POSITION);
        assertThat(plan.targets()).isEmpty();
    }

    @Test
    void a_typed_target_goes_before_the_common_one_and_an_unticked_row_stays() {
        SeekTarget target = new SeekTarget.Beginning();
        SeekPlan plan = SeekPlanner.plan(
                NOW,
                POSITIONS,
                target,
                planner.wanted(target, POSITIONS, IsolationLevel.READ_UNCOMMITTED, answered -> {})
                        .join(),
                Map.of(P0, 8_000L),
                Set.of(P1));
        assertThat(row(plan, 0).custom()).isTrue();
        assertThat(row(plan, 0).target()).hasValue(8_000);
        assertThat(row(plan, 1).target()).isEmpty();
        assertThat(row(plan, 1).note()).isEqualTo(SeekNote.NOT_TICKED);
    }

    @Test
    void the_plan_counts_what_is_read_again_and_what_is_skipped() {
        SeekPlan plan = plan(new SeekTarget.Offset(500));
        assertThat(plan.readAgain()).isEqualTo(7_602 + 47_007);
        assertThat(plan.skipped()).isZero();
        assertThat(plan.previous()).containsEntry(P0, 8_102L).containsEntry(P1, 48_207L);
    }

    @Test
    void only_what_is_there_is_read_again_or_passed_over() {
        List<PartitionPosition> places = List.of(at(P0, 0, 26, 41), at(P1, 100, 200, 5));
        SeekPlan back = plan(places, new SeekTarget.Offset(13));
        assertThat(row(back, 0).move()).hasValue(-28);
        assertThat(row(back, 0).readAgain()).isEqualTo(13);
        assertThat(row(back, 0).position().beyondEnd()).isEqualTo(15);
        assertThat(row(back, 1).target()).hasValue(100);
        assertThat(row(back, 1).skipped())
                .as("nothing is kept before the beginning")
                .isZero();

        SeekPlan end = plan(places, new SeekTarget.End());
        assertThat(end.readAgain()).isZero();
        assertThat(end.skipped()).isEqualTo(100);
    }

    @Test
    void a_row_says_where_its_first_record_really_is() {
        SeekTarget time = new SeekTarget.Time(NOW);
        cluster.offsetsAt.put(P0, 700L);
        SeekRow row = row(plan(time), 0);
        assertThat(SeekPlanner.withRecord(row, time, new FirstRecord(700, NOW)).note())
                .isEqualTo(SeekNote.NONE);
        assertThat(SeekPlanner.withRecord(row, time, new FirstRecord(735, NOW)).note())
                .isEqualTo(SeekNote.LATER_RECORD);
        assertThat(SeekPlanner.withRecord(row, time, new FirstRecord(701, NOW.minusSeconds(60)))
                        .note())
                .isEqualTo(SeekNote.OLDER_RECORD);
        assertThat(SeekPlanner.withRecord(row, time, null).note()).isEqualTo(SeekNote.NOTHING_THERE);
        SeekRow clamped = row(plan(new SeekTarget.Offset(500)), 1);
        assertThat(SeekPlanner.withRecord(clamped, time, new FirstRecord(1_300, NOW))
                        .note())
                .isEqualTo(SeekNote.CLAMPED_TO_BEGIN);
    }

    @Test
    void no_record_is_expected_at_an_end() {
        assertThat(SeekPlanner.placesWithRecords(plan(new SeekTarget.End()))).isEmpty();
        assertThat(SeekPlanner.placesWithRecords(plan(new SeekTarget.Beginning())))
                .containsOnly(Map.entry(P0, 100L), Map.entry(P1, 1_200L));
    }

    @Test
    void five_hundred_partitions_are_planned_at_once() {
        List<PartitionPosition> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(at(new PartitionId("wide", i), 0, 1_000, 1_000));
        }
        SeekTarget target = new SeekTarget.Offset(10);
        SeekPlan plan = SeekPlanner.plan(
                NOW,
                many,
                target,
                planner.wanted(target, many, IsolationLevel.READ_UNCOMMITTED, answered -> {})
                        .join(),
                Map.of(),
                Set.of());
        assertThat(plan.targets()).hasSize(500);
        assertThat(plan.readAgain()).isEqualTo(495_000);
    }

    private SeekPlan plan(List<PartitionPosition> places, SeekTarget target) {
        KnownOffsets wanted = planner.wanted(target, places, IsolationLevel.READ_UNCOMMITTED, answered -> {})
                .join();
        return SeekPlanner.plan(NOW, places, target, wanted, Map.of(), Set.of());
    }

    private SeekPlan plan(SeekTarget target) {
        KnownOffsets wanted = planner.wanted(target, POSITIONS, IsolationLevel.READ_UNCOMMITTED, answered -> {})
                .join();
        return SeekPlanner.plan(NOW, POSITIONS, target, wanted, Map.of(), Set.of());
    }

    private static SeekRow row(SeekPlan plan, int index) {
        return plan.rows().get(index);
    }

    private static PartitionPosition at(PartitionId id, long begin, long end, long position) {
        return new PartitionPosition(id, begin, end, OptionalLong.of(position), OptionalLong.empty());
    }
}
