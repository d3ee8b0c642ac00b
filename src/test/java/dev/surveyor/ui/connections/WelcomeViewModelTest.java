package dev.surveyor.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.FakeConnector;
import dev.surveyor.service.connection.FakeProfileStore;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.service.sandbox.SandboxState.Status;
import dev.surveyor.service.sandbox.SandboxState.Step;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeSandbox;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WelcomeViewModelTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeSandbox sandbox = new FakeSandbox(new SandboxState.Stopped());
    private final FakeSettings settings = new FakeSettings();
    private final ManualPulse pulse = new ManualPulse();
    private final ConnectionService connections =
            new ConnectionService(new FakeProfileStore(), new FakeConnector(), Runnable::run);
    private final List<String> calls = new ArrayList<>();
    private Instant now = NOW;
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final WelcomeViewModel model = newModel();

    private WelcomeViewModel newModel() {
        return new WelcomeViewModel(
                sandbox,
                connections,
                settings,
                new DirectUiExecutor(),
                pulse,
                clock,
                new WelcomeActions(
                        server -> {
                            calls.add("ready " + server);
                            return connected;
                        },
                        () -> calls.add("add"),
                        id -> calls.add("connect " + id)));
    }

    @Test
    void starting_shows_the_steps_with_times_and_ends_with_the_server() {
        model.startSandbox();
        sandbox.state(new SandboxState.Starting(List.of(
                new Step("Format storage", Status.DONE, Duration.ofMillis(440)),
                new Step("Start broker", Status.RUNNING, null),
                new Step("Create topics", Status.WAITING, null))));
        now = NOW.plusMillis(1_200);
        pulse.tick();
        assertThat(model.steps())
                .extracting(WelcomeViewModel.StepRow::time)
                .containsExactly("440\u00A0ms", "1.2\u00A0s", "");
        assertThat(model.startingProperty().get()).isTrue();
        sandbox.start.complete("127.0.0.1:4000");
        assertThat(calls).containsExactly("ready 127.0.0.1:4000");
        assertThat(model.startingProperty().get()).as("until it is connected").isTrue();
        connected.complete(null);
        assertThat(model.startingProperty().get()).isFalse();
    }

    @Test
    void a_start_is_prepared_only_where_no_connection_is_saved() {
        model.expectStart();
        assertThat(sandbox.asked).containsExactly("prepare");
        connections.sandboxRuns("127.0.0.1:4000");
        model.expectStart();
        assertThat(sandbox.asked).containsExactly("prepare");
    }

    @Test
    void a_second_click_while_starting_does_nothing() {
        model.startSandbox();
        var first = sandbox.start;
        model.startSandbox();
        assertThat(sandbox.start).isSameAs(first);
    }

    @Test
    void cancelling_stops_the_start_without_an_error() {
        model.startSandbox();
        model.cancelSandbox();
        assertThat(sandbox.start).isCancelled();
        assertThat(model.startingProperty().get()).isFalse();
        assertThat(model.failureProperty().get()).isNull();
        assertThat(calls).isEmpty();
    }

    @Test
    void a_failure_is_shown_until_the_next_try() {
        BrokerFailure failure = new BrokerFailure(
                "The sandbox did not start.", "", List.of("Look at the log"), "", BrokerFailure.Kind.FATAL);
        model.startSandbox();
        sandbox.start.completeExceptionally(new BrokerFailureException(failure, null));
        assertThat(model.failureProperty().get()).isEqualTo(failure);
        model.startSandbox();
        assertThat(model.failureProperty().get()).isNull();
    }

    @Test
    void the_tick_for_sample_data_is_passed_on_and_remembered() {
        model.sampleDataProperty().set(false);
        model.startSandbox();
        assertThat(sandbox.withSampleData).isFalse();
        assertThat(newModel().sampleDataProperty().get()).isFalse();
    }

    @Test
    void saved_connections_are_offered_and_nothing_is_contacted_unasked() {
        connections.sandboxRuns("127.0.0.1:4000");
        assertThat(model.saved()).hasSize(1);
        assertThat(calls).isEmpty();
        model.connect(model.saved().get(0));
        assertThat(calls).containsExactly("connect sandbox");
    }

    @Test
    void closing_stops_listening() {
        model.close();
        assertThat(pulse.listeners()).isZero();
    }
}
