package dev.surveyor.ui.records.jump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.records.TableRig;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.rows.TableListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordJumpTest {

    private final TableRig rig = new TableRig();
    private final RecordTableViewModel model = rig.open(Subscription.to("orders"));
    private final List<Integer> revealed = new ArrayList<>();

    @BeforeEach
    void listen() {
        model.feed().listen(new TableListener() {
            @Override
            public void rowsChanged(boolean reset) {}

            @Override
            public void reveal(LogEntry row) {
                revealed.add(model.feed().rows().indexOf(row));
            }

            @Override
            public void marksChanged() {}
        });
    }

    @Test
    void a_record_that_is_still_on_its_way_is_waited_for() {
        model.consume().start();
        model.jump().to(place(7));
        assertThat(revealed).isEmpty();
        rig.poll(0, 10);
        assertThat(revealed).containsExactly(7);
    }

    @Test
    void a_record_that_does_not_come_can_be_read_again() {
        model.consume().start();
        rig.poll(100, 10);
        model.jump().to(place(7));
        rig.clock.forward(Duration.ofSeconds(5));
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.NotHere.class, missing -> assertThat(missing.hiddenByFilter())
                        .isFalse());

        model.jump().readFrom(place(7));
        assertThat(rig.cluster.consumer().seeks).hasSize(1);
    }

    @Test
    void a_reference_behind_the_last_record_says_that_nothing_is_there() {
        model.consume().start();
        rig.cluster.consumer().sink.readsFrom(Map.of(new PartitionId("orders", 0), 0L), 0);
        rig.poll(0, 3);
        rig.cluster.consumer().sink.readUpTo(new PartitionId("orders", 0), 9, 0);
        rig.pulse.tick();
        model.jump().to(place(5));
        rig.clock.forward(Duration.ofMillis(300));
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.Told.class, told -> assertThat(told.what())
                        .isEqualTo("orders[0]@5 holds no record, and none has come after it yet."));
    }

    @Test
    void a_reference_to_an_offset_without_a_record_goes_to_the_next_one() {
        model.consume().start();
        rig.poll(0, 3);
        rig.poll(10, 3);
        model.jump().to(PartitionOffset.of(new PartitionId("orders", 0), 5));
        rig.pulse.tick();
        assertThat(revealed).isNotEmpty();
        LogEntry row = model.feed().rows().get(revealed.get(revealed.size() - 1));
        assertThat(row.offset()).isEqualTo(10);
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(
                        Notice.Told.class, told -> assertThat(told.what()).contains("orders[0]@5 holds no record"));
    }

    @Test
    void a_reference_to_a_partition_or_a_name_that_is_no_place_says_so() {
        model.consume().partitionCountProperty().set(6);
        model.jump().to(PartitionOffset.of(new PartitionId("orders", 6), 5));
        assertThat(model.notices().shownProperty().get())
                .isEqualTo(new Notice.Told("There is no orders[6].", "The topic has the partitions 0 to 5."));
        model.jump().to(PartitionOffset.parse("orders[1]@stored").orElseThrow());
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.Told.class, told -> assertThat(told.what())
                        .isEqualTo("orders[1]@stored is no place in" + " the log."));
        model.jump().to(PartitionOffset.parse("orders[1]@beginning").orElseThrow());
        assertThat(model.consume().consumer().session()).isNotNull();
        assertThat(model.consume().choiceProperty().get().start()).isEqualTo(new StartPosition.Beginning());
    }

    @Test
    void a_record_that_the_consumer_has_passed_is_not_waited_for() {
        model.consume().start();
        rig.poll(100, 10);
        model.jump().to(place(7));
        rig.clock.forward(Duration.ofMillis(300));
        rig.pulse.tick();

        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.NotHere.class);
    }

    @Test
    void nor_is_one_that_was_passed_while_the_filter_hides_all() {
        model.consume().start();
        rig.poll(100, 10);
        model.filter().apply("nothing like it");
        model.jump().to(place(7));
        rig.clock.forward(Duration.ofMillis(300));
        rig.pulse.tick();

        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.NotHere.class);
    }

    @Test
    void a_record_after_all_that_came_is_waited_for() {
        model.consume().start();
        rig.poll(100, 10);
        model.jump().to(place(200));
        rig.clock.forward(Duration.ofSeconds(3));
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);

        rig.poll(200, 10);
        assertThat(revealed).hasSize(1);
    }

    @Test
    void a_record_that_the_filter_hides_is_said_to_be_hidden() {
        model.consume().start();
        rig.poll(0, 10);
        model.filter().apply("nothing like it");
        model.jump().to(place(7));
        rig.clock.forward(Duration.ofSeconds(5));
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.NotHere.class, missing -> assertThat(missing.hiddenByFilter())
                        .isTrue());
    }

    private static PartitionOffset place(long offset) {
        return PartitionOffset.of(new PartitionId("orders", 0), offset);
    }
}
