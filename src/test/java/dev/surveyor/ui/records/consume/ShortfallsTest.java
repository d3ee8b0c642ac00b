package dev.surveyor.ui.records.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.LookBack.Shortfall;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.records.TableRig;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortfallsTest {

    private final TableRig rig = new TableRig();
    private final RecordTableViewModel model = rig.open(Subscription.to("orders"));

    @Test
    void fewer_records_than_asked_for_are_said_with_the_limit_and_a_way_on() {
        model.consume().choose(ConsumeChoice.DEFAULT.with(new StartPosition.LastRecords(100)));
        model.consume().start();
        FakeConsumer consumer = rig.cluster.consumer();
        consumer.phase = ConsumePhase.CONNECTING;
        consumer.lookBack = new LookBack(100, true, 64_000, List.of());
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);
        assertThat(model.consume().consumer().lookBackProperty().get()).isEqualTo(consumer.lookBack);

        consumer.phase = ConsumePhase.RUNNING;
        consumer.lookBack =
                new LookBack(100, false, 64_000, List.of(new Shortfall(new PartitionId("orders", 3), 52, 48_120, 7)));
        rig.pulse.tick();

        Notice.Offer offer = (Notice.Offer) model.notices().shownProperty().get();
        assertThat(offer.what()).isEqualTo("orders[3] gives 52 of its last 100 records.");
        assertThat(offer.more())
                .contains("going back ends after 5 s", "from offset 48\u00a0120", "kept from 7 on")
                .contains("Compaction or transactions");
        offer.action().run();
        assertThat(rig.cluster.consumer().request.start()).isEqualTo(new StartPosition.Beginning());
    }

    @Test
    void it_is_said_once() {
        model.consume().start();
        rig.cluster.consumer().lookBack =
                new LookBack(100, false, 100, List.of(new Shortfall(new PartitionId("orders", 0), 0, 48, 7)));
        rig.pulse.tick();
        model.notices().dismiss();
        rig.pulse.tick();
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);
    }

    @Test
    void several_partitions_are_named_with_what_they_give() {
        assertThat(Shortfalls.what(
                        100,
                        List.of(
                                new Shortfall(new PartitionId("orders", 0), 52, 48, 7),
                                new Shortfall(new PartitionId("orders", 2), 0, 48, 7))))
                .isEqualTo("Fewer than the last 100 records in 2 partitions: orders[0] 52, orders[2] 0.");
    }
}
