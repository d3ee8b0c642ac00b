package dev.surveyor.ui.records.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.ui.records.TableRig;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionPickTest {

    private final TableRig rig = new TableRig();
    private final RecordTableViewModel table = rig.open(Subscription.to("orders"));
    private final PartitionPick pick = new PartitionPick(table.consume(), table.partitionFacts());

    @BeforeEach
    void count() {
        table.consume().partitionCountProperty().set(20);
    }

    @Test
    void everything_is_chosen_where_everything_is_read() {
        pick.open();
        assertThat(pick.listed()).hasSize(20).allMatch(pick::chosen);
        assertThat(pick.summary()).isEqualTo("20 of 20 chosen");
    }

    @Test
    void what_is_chosen_counts_when_it_is_applied() {
        pick.open();
        pick.chooseNone();
        pick.toggle(partition(3));
        pick.toggle(partition(5));
        pick.toggle(partition(5));
        assertThat(table.consume().choiceProperty().get().partitions()).isEmpty();
        pick.apply();
        assertThat(table.consume().choiceProperty().get().partitions()).containsExactly(3);

        pick.chooseAll();
        pick.open();
        assertThat(pick.summary()).isEqualTo("1 of 20 chosen");
    }

    @Test
    void numbers_and_ranges_narrow_the_list_and_what_is_listed_can_be_chosen() {
        pick.open();
        pick.narrowProperty().set("0-2, 12, 40");
        assertThat(pick.listed()).extracting(PartitionId::partition).containsExactly(0, 1, 2, 12);
        pick.chooseListed();
        pick.apply();
        assertThat(table.consume().choiceProperty().get().partitions()).containsExactlyInAnyOrder(0, 1, 2, 12);

        pick.open();
        assertThat(pick.narrowProperty().get()).isEmpty();
        assertThat(pick.listed()).hasSize(20);
    }

    @Test
    void what_cannot_be_read_says_what_was_expected() {
        pick.open();
        pick.narrowProperty().set("a few");
        assertThat(pick.listed()).isEmpty();
        assertThat(pick.problemProperty().get()).isEqualTo("Expected numbers such as 0,3,5-7");
        pick.narrowProperty().set("");
        assertThat(pick.problemProperty().get()).isEmpty();
    }

    @Test
    void ranges_may_overlap_and_name_what_is_not_there_but_not_run_backwards() {
        pick.open();
        pick.narrowProperty().set("3-5,4-7,5,5");
        assertThat(pick.listed()).extracting(PartitionId::partition).containsExactly(3, 4, 5, 6, 7);
        pick.narrowProperty().set("999");
        assertThat(pick.listed()).isEmpty();
        assertThat(pick.problemProperty().get()).isEmpty();
        pick.chooseListed();
        assertThat(pick.applicable()).isFalse();
        pick.narrowProperty().set("5-2");
        assertThat(pick.listed()).isEmpty();
        assertThat(pick.problemProperty().get()).isNotEmpty();
    }

    @Test
    void what_is_read_is_chosen_also_where_the_partitions_become_known_later() {
        table.consume().choose(ConsumeChoice.DEFAULT.with(Set.of(3)));
        table.consume().partitionCountProperty().set(0);
        rig.cluster.detail = new TopicDetail("orders", false, List.of(detail(0, 5, 5), detail(3, 5, 6)), List.of());
        table.consume().start();
        pick.open();
        assertThat(pick.listed()).contains(partition(0), partition(3));
        assertThat(pick.listed()).filteredOn(pick::chosen).containsExactly(partition(3));
        pick.apply();
        assertThat(table.consume().choiceProperty().get().partitions()).containsExactly(3);
    }

    @Test
    void none_cannot_be_applied_as_it_would_mean_all() {
        pick.open();
        pick.chooseNone();
        assertThat(pick.applicable()).isFalse();
        assertThat(pick.summary()).isEqualTo("Choose at least one");
    }

    @Test
    void a_choice_as_before_does_not_start_the_consumer_anew() {
        table.consume().start();
        pick.open();
        pick.toggle(partition(3));
        pick.toggle(partition(3));
        pick.apply();
        assertThat(rig.cluster.consumers.started).hasSize(1);

        pick.toggle(partition(3));
        pick.apply();
        assertThat(rig.cluster.consumers.started).hasSize(2);
        assertThat(rig.cluster.consumer().request.partitions()).hasSize(19).doesNotContain(3);
    }

    @Test
    void only_those_with_records_are_chosen_once_that_is_known() {
        pick.open();
        assertThat(pick.knowsRecords()).isFalse();
        rig.cluster.detail = new TopicDetail(
                "orders", false, List.of(detail(0, 5, 5), detail(1, 5, 6), detail(2, 0, 40)), List.of());
        pick.open();
        assertThat(pick.knowsRecords()).isTrue();
        pick.chooseWithRecords();
        assertThat(pick.listed()).filteredOn(pick::chosen).containsExactly(partition(1), partition(2));
    }

    @Test
    void lag_is_counted_from_the_position_of_the_running_consumer() {
        rig.cluster.detail = new TopicDetail("orders", false, List.of(detail(0, 2, 1_210)), List.of());
        table.consume().start();
        pick.open();
        assertThat(pick.fact(partition(0)).begin()).hasValue(2);
        assertThat(pick.fact(partition(0)).position()).hasValue(1_204);
        assertThat(pick.fact(partition(0)).lag()).hasValue(6);
        assertThat(pick.fact(partition(1)).lag()).isEmpty();
    }

    @Test
    void a_partition_without_a_leader_says_so_in_place_of_its_numbers() {
        PartitionTrouble trouble = new PartitionTrouble(
                partition(1), PartitionTrouble.Kind.NO_LEADER, "has no leader: its only replica is on broker 3");
        rig.cluster.detail = new TopicDetail(
                "orders",
                false,
                List.of(
                        detail(0, 0, 3),
                        new PartitionDetail(
                                partition(1),
                                OptionalInt.empty(),
                                List.of(3),
                                List.of(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                trouble)),
                List.of());
        pick.open();
        assertThat(pick.fact(partition(0)).trouble()).isEmpty();
        assertThat(pick.fact(partition(1)).trouble()).isEqualTo("has no leader: its only replica is on broker 3");
    }

    @Test
    void partitions_that_are_added_while_the_list_is_open_are_listed() {
        table.consume().partitionCountProperty().set(6);
        pick.open();
        table.consume().partitionCountProperty().set(8);
        assertThat(pick.listed()).hasSize(8).contains(partition(7));
    }

    @Test
    void a_member_of_a_group_sees_where_each_stands_and_cannot_choose() {
        rig.cluster.detail = new TopicDetail("orders", false, List.of(detail(0, 0, 3)), List.of());
        table.consume().choose(ConsumeChoice.DEFAULT.with(new ConsumerMode.GroupMember(MemberSettings.of("billing"))));
        pick.open();
        pick.open();
        assertThat(pick.whyNot()).startsWith("The group assigns partitions");
        assertThat(pick.listed()).containsExactly(partition(0));
        pick.toggle(partition(0));
        assertThat(pick.applicable()).isFalse();
    }

    @Test
    void many_numbers_are_counted_on_the_chip() {
        ConsumeChoice some = ConsumeChoice.DEFAULT.with(Set.of(0, 1, 2, 3, 9));
        assertThat(some.partitionsText(20)).isEqualTo("P: 0-3,9");
        ConsumeChoice many = ConsumeChoice.DEFAULT.with(Set.of(0, 2, 4, 6, 8, 10, 12, 14, 16, 18));
        assertThat(many.partitionsText(20)).isEqualTo("P: 10 of 20");
    }

    private static PartitionId partition(int number) {
        return new PartitionId("orders", number);
    }

    private static PartitionDetail detail(int number, long begin, long end) {
        return new PartitionDetail(
                partition(number),
                OptionalInt.of(1),
                List.of(1),
                List.of(1),
                OptionalLong.of(begin),
                OptionalLong.of(end),
                OptionalLong.of(end));
    }
}
