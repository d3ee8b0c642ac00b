package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.sandbox.Sandbox;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Decides what the welcome screen shows: the way of the sandbox up, its failure, and the connections of before. */
public final class WelcomeViewModel implements AutoCloseable {

    private static final Setting<Boolean> SAMPLE_DATA =
            Setting.of("welcome.sample-data", text -> Optional.of(Boolean.parseBoolean(text)), String::valueOf);

    /** A step that runs counts in these, so that the screen is not drawn anew all the time. */
    private static final long MILLIS_COUNTED = 200;

    private final Sandbox sandbox;
    private final ConnectionService connections;
    private final UiExecutor ui;
    private final Clock clock;
    private final WelcomeActions actions;

    private final BooleanProperty sampleData;
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();
    private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
    private final ObservableList<ConnectionProfile> saved = FXCollections.observableArrayList();

    private final Map<String, Instant> stepBegan = new HashMap<>();
    private final List<Runnable> endings = new ArrayList<>();
    private List<SandboxState.Step> lastSteps = List.of();
    private @Nullable CompletableFuture<String> start;

    public WelcomeViewModel(
            Sandbox sandbox,
            ConnectionService connections,
            Settings settings,
            UiExecutor ui,
            Pulse pulse,
            Clock clock,
            WelcomeActions actions) {
        this.sandbox = sandbox;
        this.connections = connections;
        this.ui = ui;
        this.clock = clock;
        this.actions = actions;
        sampleData = new SimpleBooleanProperty(SAMPLE_DATA.in(settings).orElse(true));
        sampleData.addListener((property, before, now) -> SAMPLE_DATA.keep(settings, now));
        endings.add(sandbox.onState(state -> ui.execute(() -> show(state))));
        endings.add(connections.onChange(() -> ui.execute(this::showSaved)));
        endings.add(pulse.everyTick(this::showSteps));
        showSaved();
    }

    // Properties

    /** Whether the sandbox is filled with sample data when it starts; remembered. */
    BooleanProperty sampleDataProperty() {
        return sampleData;
    }

    /** Whether the sandbox is on its way up. */
    ReadOnlyBooleanProperty startingProperty() {
        return starting.getReadOnlyProperty();
    }

    /** Why the sandbox did not start; null where there is nothing to say. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The steps of the start, empty before the first. */
    ObservableList<StepRow> steps() {
        return steps;
    }

    /** The saved connections, in the user's order. */
    ObservableList<ConnectionProfile> saved() {
        return saved;
    }

    // Commands

    /** Lets the sandbox get ready where its start is the likely next step: nothing is saved that could be opened. */
    public void expectStart() {
        if (connections.profiles().isEmpty()) {
            sandbox.prepare();
        }
    }

    /** Starts the sandbox, and tells the window when it runs. */
    public void startSandbox() {
        if (starting.get()) {
            return;
        }
        failure.set(null);
        steps.clear();
        stepBegan.clear();
        lastSteps = List.of();
        starting.set(true);
        CompletableFuture<String> running = sandbox.start(sampleData.get());
        start = running;
        ui.whenDone(running, (server, thrown) -> started(running, server, thrown));
    }

    /** Gives up on the start. */
    void cancelSandbox() {
        CompletableFuture<String> running = start;
        if (running != null) {
            running.cancel(false);
        }
    }

    void addConnection() {
        actions.addConnection().run();
    }

    void connect(ConnectionProfile profile) {
        actions.connect().accept(profile.id());
    }

    /** Ends listening; a start that is on its way goes on. */
    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }

    private void started(CompletableFuture<String> running, @Nullable String server, @Nullable Throwable thrown) {
        if (start != running) {
            return;
        }
        start = null;
        if (server != null) {
            // The steps stay until the window has something else to show.
            ui.whenDone(actions.sandboxReady().apply(server), (opened, failed) -> starting.set(false));
            return;
        }
        starting.set(false);
        if (thrown != null && !cancelled(thrown)) {
            failure.set(BrokerFailureException.in(thrown));
        }
    }

    private static boolean cancelled(Throwable thrown) {
        return thrown instanceof CancellationException
                || (thrown instanceof CompletionException && thrown.getCause() instanceof CancellationException);
    }

    private void show(SandboxState state) {
        if (state instanceof SandboxState.Starting going) {
            lastSteps = going.steps();
            for (SandboxState.Step step : lastSteps) {
                if (step.status() == SandboxState.Status.RUNNING) {
                    stepBegan.putIfAbsent(step.name(), clock.instant());
                }
            }
            showSteps();
        }
    }

    private void showSaved() {
        List<ConnectionProfile> now = connections.profiles();
        if (!now.equals(saved)) {
            saved.setAll(now);
        }
    }

    private void showSteps() {
        if (!starting.get()) {
            return;
        }
        List<StepRow> rows = lastSteps.stream().map(this::row).toList();
        if (!rows.equals(steps)) {
            steps.setAll(rows);
        }
    }

    private StepRow row(SandboxState.Step step) {
        Duration took = step.took();
        Instant began = stepBegan.get(step.name());
        if (took == null && began != null && step.status() == SandboxState.Status.RUNNING) {
            long soFar = Duration.between(began, clock.instant()).toMillis();
            took = Duration.ofMillis(soFar - soFar % MILLIS_COUNTED);
        }
        return new StepRow(step.name(), step.status(), took == null ? "" : Times.length(took));
    }

    /**
     * A step of the sandbox's start as it is shown.
     *
     * @param time how long it took or takes so far; empty before it begins
     */
    record StepRow(String name, SandboxState.Status status, String time) {}
}
