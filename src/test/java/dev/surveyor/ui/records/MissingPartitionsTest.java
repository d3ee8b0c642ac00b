package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a table says while some of its partitions give nothing, and when there come to be more. */
class MissingPartitionsTest {

    private static final PartitionTrouble THIRD = new PartitionTrouble(
            new PartitionId("orders", 2),
            PartitionTrouble.Kind.NO_LEADER,
            "has no leader: its only replica is on broker 3");

    private final TableRig rig = new TableRig();
    private final RecordTableViewModel model = rig.open(Subscription.to("orders"));

    @Test
    void the_strip_names_the_partition_without_a_leader_until_it_has_one() {
        model.consume().start();
        FakeConsumer consumer = rig.cluster.consumer();
        consumer.assignment = List.of(new PartitionId("orders", 0), new PartitionId("orders", 1));
        consumer.troubles = List.of(THIRD);
        rig.pulse.tick();

        assertThat(model.notices().shownProperty().get()).isEqualTo(new Notice.Missing(List.of(THIRD), 2));
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.LIVE);

        consumer.troubles = List.of();
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);
    }

    @Test
    void a_table_is_not_live_while_none_of_its_partitions_gives_anything() {
        model.consume().start();
        FakeConsumer consumer = rig.cluster.consumer();
        consumer.assignment = List.of(THIRD.partition());
        consumer.troubles = List.of(THIRD);
        rig.pulse.tick();

        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.WAITING);
        assertThat(model.consume().consumer().stateText()).isEqualTo("Waiting");
        assertThat(model.notices().shownProperty().get()).isEqualTo(new Notice.Missing(List.of(THIRD), 0));

        model.feed().position().browse(0);
        rig.pulse.tick();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.WAITING);

        consumer.troubles = List.of();
        rig.pulse.tick();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.BROWSING);
    }

    @Test
    void partitions_that_are_left_out_until_they_can_be_read_count_as_well() {
        model.consume().start();
        rig.cluster.consumer().assignment = List.of();
        rig.cluster.consumer().troubles = List.of(THIRD);
        rig.pulse.tick();

        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.WAITING);
    }

    @Test
    void an_answer_to_the_user_goes_first_and_the_missing_partition_is_named_again_after_it() {
        model.consume().start();
        rig.cluster.consumer().troubles = List.of(THIRD);
        model.notices().tell(new Notice.Told("Copied.", ""));
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.Told.class);

        model.notices().dismiss();

        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.Missing.class);
    }

    @Test
    void the_lag_says_that_it_may_be_more() {
        model.consume().start();
        rig.cluster.consumer().lag = OptionalLong.of(1_204);
        rig.cluster.consumer().troubles = List.of(THIRD);
        rig.pulse.tick();

        assertThat(model.consume().consumer().flowProperty().get().lagText()).isEqualTo("≥ 1\u00a0204");
    }

    @Test
    void a_start_that_does_not_come_to_an_end_says_why() {
        model.consume().start();
        FakeConsumer consumer = rig.cluster.consumer();
        consumer.phase = ConsumePhase.CONNECTING;
        consumer.failure =
                new BrokerFailure("no broker answers", "", List.of("Wait"), "", BrokerFailure.Kind.RETRIABLE);
        rig.pulse.tick();

        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.BrokerGone.class);
    }

    @Test
    void a_topic_that_gets_partitions_while_it_is_read_has_them_in_the_chip() {
        model.consume().partitionCountProperty().set(6);
        model.consume().start();
        rig.cluster.consumer().partitionsOfTopics = 8;
        rig.pulse.tick();

        assertThat(model.consume().partitionCountProperty().get()).isEqualTo(8);
        assertThat(model.consume().choiceProperty().get().partitionsText(8)).isEqualTo("P: all 8");
        assertThat(model.consume().choiceProperty().get().with(Set.of(1, 2)).partitionsText(8))
                .isEqualTo("P: 1,2");
    }

    @Test
    void an_older_count_takes_none_away() {
        model.consume().partitionCountProperty().set(8);
        model.consume().start();
        rig.cluster.consumer().partitionsOfTopics = 6;
        rig.pulse.tick();

        assertThat(model.consume().partitionCountProperty().get()).isEqualTo(8);
    }
}
