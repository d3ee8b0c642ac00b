package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waiting for all that was sent. */
class FlushTest {

    private final ProducerRig rig = new ProducerRig();
    private final FakeProducers producers = rig.producers;

    @Test
    void a_flush_that_times_out_lists_what_is_left() {
        ProducerViewModel model = rig.filled();
        model.send();
        model.send();
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        rig.pulse.tick();
        model.flush().start();
        rig.clock.forward(Duration.ofMillis(3_200));
        rig.pulse.tick();
        assertThat(model.flush().headlineProperty().get()).isEqualTo("Flush: waiting for 1 of 2");
        assertThat(model.flush().moreProperty().get()).startsWith("3.2 s of 5 s");
        producers.last().flushes.get(0).complete(List.of());
        assertThat(model.flush().stateProperty().get()).isEqualTo(Flush.State.TIMED_OUT);
        assertThat(model.deliveries().shown()).extracting(DeliveryRow::number).containsExactly(2L);
    }

    @Test
    void after_its_time_the_flush_goes_on_counting_what_is_confirmed_later() {
        ProducerViewModel model = rig.filled();
        for (int i = 0; i < 3; i++) {
            model.send();
        }
        model.flush().start();
        producers.last().flushes.get(0).complete(List.of());
        assertThat(model.flush().headlineProperty().get()).isEqualTo("Flush timed out: 3 records not yet confirmed.");

        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        model.send();
        rig.pulse.tick();
        assertThat(model.flush().headlineProperty().get())
                .isEqualTo("Flush timed out: 2 of 3 records not yet confirmed.");

        producers.last().acknowledge(1, 3, Duration.ofMillis(1));
        producers.last().fail(2, "no answer");
        rig.clock.forward(Duration.ofSeconds(12));
        rig.pulse.tick();
        assertThat(model.flush().stateProperty().get()).isEqualTo(Flush.State.DONE);
        assertThat(model.flush().headlineProperty().get()).isEqualTo("Flush: everything has its report now.");
        assertThat(model.flush().moreProperty().get()).isEqualTo("The last came within 12.0 s.");
    }

    @Test
    void stop_waiting_cancels_the_flush_and_nothing_else() {
        ProducerViewModel model = rig.filled();
        model.send();
        model.flush().start();
        model.flush().stop();
        assertThat(producers.last().flushes.get(0)).isCancelled();
        assertThat(model.flush().stateProperty().get()).isEqualTo(Flush.State.STOPPED);
    }
}
