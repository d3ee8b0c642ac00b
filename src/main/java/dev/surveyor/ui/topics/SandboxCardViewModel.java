package dev.surveyor.ui.topics;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.sandbox.Sandbox;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Dot;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the card of the sandbox says and does. For the JavaFX thread only. */
public final class SandboxCardViewModel implements AutoCloseable {

    static final double MAX_RATE = 10_000;

    private final Sandbox sandbox;
    private final UiExecutor ui;
    private final Supplier<Dialogs> dialogs;
    private final Runnable endState;

    // Properties

    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty hint = new SimpleStringProperty("");
    private final ObjectProperty<Dot.Kind> dot = new SimpleObjectProperty<>(Dot.Kind.MUTED);
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty rate = new SimpleStringProperty("");
    private final StringProperty rateProblem = new SimpleStringProperty("");

    /**
     * @param dialogs asks questions about the connection of the sandbox, as it is called now
     */
    public SandboxCardViewModel(Sandbox sandbox, UiExecutor ui, Supplier<Dialogs> dialogs) {
        this.sandbox = sandbox;
        this.ui = ui;
        this.dialogs = dialogs;
        show(sandbox.state());
        endState = sandbox.onState(state -> ui.execute(() -> show(state)));
    }

    ReadOnlyStringProperty titleProperty() {
        return title;
    }

    ReadOnlyStringProperty portProperty() {
        return port;
    }

    /** Returns what the card explains below its title: a step under way or a failure; empty for nothing. */
    ReadOnlyStringProperty hintProperty() {
        return hint;
    }

    ReadOnlyObjectProperty<Dot.Kind> dotProperty() {
        return dot;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running;
    }

    /** Returns whether it is on its way up or down. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Returns the records per second, as text that the user edits. */
    StringProperty rateProperty() {
        return rate;
    }

    /** Returns what is wrong with that text, empty for nothing. */
    ReadOnlyStringProperty rateProblemProperty() {
        return rateProblem;
    }

    // Commands

    void stop() {
        follow(sandbox.stop());
    }

    /** Deletes the sandbox's data, after asking. */
    void reset() {
        dialogs.get()
                .confirm(
                        new Dialogs.Confirmation(
                                "Reset the sandbox",
                                "Stops the sandbox broker and deletes all its topics, records and groups."
                                        + " This cannot be undone.",
                                "Reset data"),
                        () -> follow(sandbox.reset()));
    }

    /** Lets the generator run at the rate that was typed; 0 stops it. */
    void applyRate() {
        Double typed = parsed(rate.get());
        if (typed == null) {
            rateProblem.set("A number from 0 (stop) to 10 000");
            return;
        }
        rateProblem.set("");
        sandbox.generatorRate(typed);
        rate.set(text(typed));
    }

    @Override
    public void close() {
        endState.run();
    }

    private void show(SandboxState state) {
        running.set(state instanceof SandboxState.Running);
        busy.set(state instanceof SandboxState.Starting || state instanceof SandboxState.Stopping);
        hint.set("");
        if (state instanceof SandboxState.Running it) {
            title.set("Sandbox broker");
            dot.set(Dot.Kind.OK);
            port.set(it.bootstrapServer().substring(it.bootstrapServer().lastIndexOf(':')));
            rate.set(text(sandbox.generatorRate()));
            rateProblem.set("");
        } else if (state instanceof SandboxState.Starting it) {
            title.set("Starting broker");
            dot.set(Dot.Kind.ACCENT);
            hint.set(it.steps().stream()
                    .filter(step -> step.status() == SandboxState.Status.RUNNING)
                    .map(SandboxState.Step::name)
                    .findFirst()
                    .orElse(""));
        } else if (state instanceof SandboxState.Stopping) {
            title.set("Stopping broker");
            dot.set(Dot.Kind.WARN);
        } else if (state instanceof SandboxState.Failed it) {
            title.set("Broker not running");
            dot.set(Dot.Kind.DANGER);
            hint.set(it.failure().sentence());
        } else {
            title.set("Broker not running");
            dot.set(Dot.Kind.MUTED);
        }
    }

    private void follow(CompletableFuture<Void> work) {
        ui.whenDone(work, (done, failed) -> tell(failed));
    }

    private void tell(@Nullable Throwable failed) {
        if (failed != null) {
            BrokerFailure failure = BrokerFailureException.in(failed);
            dialogs.get().error(failure);
        }
    }

    private static @Nullable Double parsed(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return number >= 0 && number <= MAX_RATE ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }
}
