package dev.surveyor.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.failure.Problem;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ProblemsViewModelTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final ManualPulse pulse = new ManualPulse();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final EventStream stream = new EventStream(100);
    private final ProblemsViewModel model =
            new ProblemsViewModel(pulse, clipboards, new SimpleObjectProperty<ZoneId>(ZoneOffset.UTC));

    private static BrokerFailure failure(String what) {
        return new BrokerFailure(
                what, "Nothing listens.", List.of("Start it"), "ConnectException", BrokerFailure.Kind.RETRIABLE);
    }

    @Test
    void the_same_failure_again_is_one_row_with_a_count() {
        model.watch("orders-prod", stream);
        for (int i = 0; i < 37; i++) {
            stream.publish(new ClientEvent.ClientError(NOW.plusSeconds(i), "c", failure("Broker gone."), false));
        }
        pulse.tick();
        assertThat(model.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.times()).isEqualTo(37);
            assertThat(problem.first()).isEqualTo(NOW);
            assertThat(problem.last()).isEqualTo(NOW.plusSeconds(36));
        });
        assertThat(model.countProperty().get()).isEqualTo(1);
    }

    @Test
    void the_same_words_of_two_connections_are_two_problems_and_the_last_stands_first() {
        model.report("a", failure("Broker gone."), NOW);
        model.report("b", failure("Broker gone."), NOW);
        model.report("a", failure("Broker gone."), NOW);
        assertThat(model.problems()).extracting(Problem::connection).containsExactly("a", "b");
    }

    @Test
    void old_rows_give_way() {
        for (int i = 0; i < 300; i++) {
            model.report("a", failure("Failure " + i), NOW);
        }
        assertThat(model.problems()).hasSize(200);
        assertThat(model.problems().get(0).failure().what()).isEqualTo("Failure 299");
        assertThat(model.countProperty().get()).isEqualTo(200);
    }

    @Test
    void what_is_no_longer_watched_adds_nothing() {
        Runnable stop = model.watch("a", stream);
        stop.run();
        stream.publish(new ClientEvent.ClientError(NOW, "c", failure("Broker gone."), true));
        pulse.tick();
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void a_copy_has_the_connection_the_remedy_and_the_details() {
        model.report("orders-prod", failure("Broker gone."), NOW);
        model.copy(model.problems().get(0));
        assertThat(clipboards.text()).contains("orders-prod", "Broker gone.", "Start it", "ConnectException");
    }
}
