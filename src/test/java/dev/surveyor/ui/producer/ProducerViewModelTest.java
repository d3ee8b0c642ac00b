package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of what is sent. */
class ProducerViewModelTest {

    private final ProducerRig rig = new ProducerRig();
    private final FakeProducers producers = rig.producers;

    @Test
    void a_send_moves_from_queued_to_acknowledged_in_place() {
        ProducerViewModel model = rig.filled();
        model.send();
        rig.pulse.tick();
        DeliveryRow row = model.deliveries().shown().get(0);
        assertThat(row.state()).isEqualTo(DeliveryRow.State.QUEUED);
        producers.last().inFlight(0);
        producers.last().acknowledge(0, 3, Duration.ofNanos(3_900_000));
        rig.pulse.tick();
        assertThat(row.state()).isEqualTo(DeliveryRow.State.ACKED);
        assertThat(row.result()).isEqualTo("orders[3]@48209");
        assertThat(model.deliveries().latencyProperty().get()).isEqualTo("p50 3.9 ms \u00b7 p99 3.9 ms");
        model.open(row);
        assertThat(rig.shown).containsExactly(PartitionOffset.of(new PartitionId("orders", 3), 48_209));
    }

    @Test
    void acks_0_says_that_the_offset_is_not_known() {
        ProducerViewModel model = rig.filled();
        model.form().options().setIdempotence(false);
        model.form().options().chooseAcks(Acks.NONE);
        model.send();
        producers.last().acknowledge(0, 3, Duration.ZERO);
        rig.pulse.tick();
        assertThat(model.deliveries().shown().get(0).result())
                .isEqualTo("orders[3]@unset  sent, no answer asked for: offset unknown (acks=0)");
        assertThat(model.deliveries().shown().get(0).state()).isEqualTo(DeliveryRow.State.UNANSWERED);
        assertThat(model.countsProperty().get()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(model.deliveries().latencyProperty().get()).isEmpty();
        assertThat(model.deliveries().shown().get(0).shownPlace()).isNull();
    }

    @Test
    void a_burst_keeps_its_pace_can_be_stopped_and_its_counts_add_up() {
        ProducerViewModel model = rig.filled();
        model.burst().countProperty().set("1 000");
        assertThat(model.sendTextProperty().get()).isEqualTo("Send 1\u00a0000");
        model.send();
        rig.pulse.tick();
        rig.clock.forward(Duration.ofMillis(500));
        rig.pulse.tick();
        assertThat(model.burst().left()).isEqualTo(899);
        model.burst().stop();
        rig.clock.forward(Duration.ofSeconds(5));
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        producers.last().fail(1, "Not sent.");
        producers.last().inFlight(2);
        rig.pulse.tick();
        assertThat(model.countsProperty().get()).isEqualTo(new Counts(101, 98, 1, 1, 0, 1));
    }

    @Test
    void counts_go_on_over_a_change_of_settings() {
        ProducerViewModel model = rig.filled();
        model.send();
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        model.form().options().lingerProperty().set("20");
        model.send();
        rig.pulse.tick();
        assertThat(producers.sessions).hasSize(2);
        assertThat(producers.sessions.get(0).closed).isTrue();
        assertThat(model.countsProperty().get()).isEqualTo(new Counts(2, 1, 0, 1, 0, 0));
    }

    @Test
    void reports_to_the_shared_stream_do_not_come_to_the_list() {
        ProducerViewModel model = rig.filled();
        model.routeProperty().set(ReportRoute.EVENT_STREAM);
        model.send();
        rig.pulse.tick();
        assertThat(producers.last().routes).containsExactly(ReportRoute.EVENT_STREAM);
        assertThat(model.deliveries().shown()).isEmpty();
        assertThat(model.countsProperty().get().sent()).isEqualTo(1);
    }

    @Test
    void sends_in_the_list_and_sends_to_the_shared_stream_add_up() {
        ProducerViewModel model = rig.filled();
        model.send();
        model.routeProperty().set(ReportRoute.EVENT_STREAM);
        model.send();
        model.send();
        rig.pulse.tick();
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        producers.last().acknowledge(1, 3, Duration.ofMillis(1));
        producers.last().fail(2, "Not sent.");
        rig.pulse.tick();
        Counts counts = model.countsProperty().get();
        assertThat(counts.acknowledged() + counts.failed()).isEqualTo(counts.sent());
        assertThat(model.deliveries().shown().size()
                        + model.deliveries().streamedProperty().get())
                .isEqualTo(counts.sent())
                .isEqualTo(3);
    }

    @Test
    void production_asks_first_and_names_what_will_happen() {
        rig.session = producers.session(Environment.PRODUCTION);
        ProducerViewModel model = rig.filled();
        model.send();
        assertThat(producers.sessions).isEmpty();
        assertThat(rig.dialogs.asked()).hasSize(1);
        assertThat(rig.dialogs.asked().get(0).toString()).contains("orders on sandbox");
    }

    @Test
    void each_click_sends_once_and_a_retry_sends_the_same_bytes() {
        ProducerViewModel model = rig.filled();
        model.send();
        model.send();
        producers.last().fail(0, "Not sent.");
        rig.pulse.tick();
        model.retry(model.deliveries().shown().get(1));
        List<OutgoingRecord> records = producers.last().records;
        assertThat(records).hasSize(3);
        assertThat(records.get(2)).isEqualTo(records.get(0));
    }

    @Test
    void the_list_is_capped_and_says_so() {
        ProducerViewModel model = rig.filled();
        for (int i = 0; i < DeliveryList.CAPACITY + 5; i++) {
            model.send();
        }
        rig.pulse.tick();
        model.send();
        rig.pulse.tick();
        assertThat(model.deliveries().shown()).hasSize(DeliveryList.CAPACITY);
        assertThat(model.deliveries().evictedProperty().get()).isEqualTo(6);
        assertThat(model.deliveries().shown().get(0).number()).isEqualTo(DeliveryList.CAPACITY + 6L);
    }
}
