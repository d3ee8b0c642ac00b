package dev.surveyor.ui.shell;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.service.task.Unfinished;
import dev.surveyor.ui.fx.Pulse;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Closes the window or a tab at once where nothing is left to do, else only when the user has said whether to wait.
 * For the JavaFX thread only.
 */
final class ClosingViewModel {

    /** Where a closing stands. */
    enum State {
        /** Nothing is to be closed, or it is closed. */
        IDLE,
        ASKING,
        WAITING,
        /** The wait is over, and some records failed meanwhile. */
        FAILED
    }

    private final Pulse pulse;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verb = new ReadOnlyStringWrapper("close");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Supplier<Unfinished> left = () -> Unfinished.NOTHING;
    private Runnable close = () -> {};
    private Runnable endTicks = () -> {};
    private long failedBefore;

    ClosingViewModel(Pulse pulse) {
        this.pulse = pulse;
    }

    // Properties

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Returns what is asked for: {@code close} or {@code disconnect}. */
    ReadOnlyStringProperty verbProperty() {
        return verb.getReadOnlyProperty();
    }

    /** Returns what is left now, or what became of it. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    // Commands

    /**
     * Closes at once where nothing is left, else asks.
     *
     * @param question as in {@code Close Surveyor?}
     * @param unfinished tells what is left, at any time
     * @param closer does it; called once at most
     */
    void close(String question, Supplier<Unfinished> unfinished, Runnable closer) {
        ask("close", question, unfinished, closer);
    }

    /** Disconnects at once where nothing is left, else asks; as {@link #close}. */
    void disconnect(String question, Supplier<Unfinished> unfinished, Runnable disconnector) {
        ask("disconnect", question, unfinished, disconnector);
    }

    private void ask(String asked, String question, Supplier<Unfinished> unfinished, Runnable closer) {
        if (unfinished.get().nothing()) {
            end();
            closer.run();
            return;
        }
        endTicks.run();
        verb.set(asked);
        title.set(question);
        left = unfinished;
        close = closer;
        failedBefore = unfinished.get().failed();
        state.set(State.ASKING);
        endTicks = pulse.everyTick(this::tick);
        tick();
    }

    /** Waits until nothing is left, then closes, unless something failed meanwhile. */
    void waitThenClose() {
        if (state.get() == State.ASKING) {
            state.set(State.WAITING);
            tick();
        }
    }

    /** Closes now, whatever is left. */
    void closeAnyway() {
        if (state.get() != State.IDLE) {
            end();
            close.run();
        }
    }

    /** Closes nothing; what is left goes on. */
    void stay() {
        end();
    }

    private void end() {
        endTicks.run();
        endTicks = () -> {};
        state.set(State.IDLE);
    }

    private void tick() {
        Unfinished now = left.get();
        long failed = now.failed() - failedBefore;
        if (!now.nothing()) {
            words.set((state.get() == State.WAITING ? "Waiting: " : "") + now.words() + failures(failed));
        } else if (failed > 0) {
            endTicks.run();
            words.set("All other records are acknowledged." + failures(failed)
                    + " Stay to see why in the list of deliveries.");
            state.set(State.FAILED);
        } else if (state.get() == State.WAITING) {
            end();
            close.run();
        } else {
            words.set("Everything is done now.");
        }
    }

    private static String failures(long failed) {
        return failed == 0 ? "" : " " + Counted.of(failed, "record has", "records have") + " failed.";
    }
}
