package dev.surveyor.ui.transfer;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.transfer.TransferControl;
import dev.surveyor.service.transfer.TransferException;
import dev.surveyor.ui.fx.BackgroundWork;
import dev.surveyor.ui.parts.RunningTasks;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One long work at a time, with how far it is and a way to end it. It goes on when its dialog is closed; then the window
 * says what became of it. For the JavaFX thread only.
 */
final class TransferRun {

    private final TransferTools tools;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private @Nullable TransferControl control;
    private RunningTasks.@Nullable Task task;
    private boolean unwatched;
    private @Nullable Runnable endTicks;

    TransferRun(TransferTools tools) {
        this.tools = tools;
    }

    /** Work that takes long and may fail. */
    interface Work<T> {
        T run(TransferControl control) throws TransferException, InterruptedException;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Returns how much is done, from 0 to 1, negative where that is not known. */
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Returns why the last work failed, or null. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns what became of the last work, empty until then. */
    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Says what became of it: in the dialog, or in the window where that is closed. */
    void say(String words) {
        result.set(words);
        if (unwatched) {
            tools.notice().accept(words);
        }
    }

    /** The dialog is closed. */
    void unwatch() {
        unwatched = true;
    }

    /**
     * Begins; nothing happens while something else runs.
     *
     * @param words what is done, as in {@code Exporting orders}
     */
    <T> void start(String words, Work<T> work, Consumer<T> whenDone) {
        if (running.get()) {
            return;
        }
        result.set("");
        TransferControl now = new TransferControl();
        task = tools.tasks().begin(words, true, now::cancel);
        control = now;
        running.set(true);
        failure.set(null);
        endTicks = tools.pulse().everyTick(() -> tick(now));
        tick(now);
        new BackgroundWork(tools.background(), tools.ui())
                .start(
                        () -> work.run(now),
                        done -> {
                            end();
                            whenDone.accept(done);
                        },
                        this::fail);
    }

    void cancel() {
        if (control != null) {
            control.cancel();
        }
    }

    private void fail(Throwable thrown) {
        end();
        if (thrown instanceof InterruptedException) {
            return;
        }
        BrokerFailure why = why(thrown);
        failure.set(why);
        if (unwatched) {
            tools.problem().accept(why);
        }
    }

    private static BrokerFailure why(Throwable thrown) {
        if (thrown instanceof TransferException failed) {
            return failed.failure();
        }
        if (thrown instanceof OutOfMemoryError) {
            return new BrokerFailure(
                    "There is not enough memory for this.",
                    "A line of the file, or a record, is larger than the memory that is left.",
                    List.of("Close tables and searches, and try again"),
                    thrown.toString(),
                    BrokerFailure.Kind.FATAL);
        }
        return new BrokerFailure(
                "The work ended in a way that was not foreseen.",
                String.valueOf(thrown.getMessage()),
                List.of("Try again"),
                thrown.toString(),
                BrokerFailure.Kind.FATAL);
    }

    private void end() {
        running.set(false);
        if (endTicks != null) {
            endTicks.run();
            endTicks = null;
        }
        if (task != null) {
            task.end();
            task = null;
        }
    }

    private void tick(TransferControl now) {
        share.set(now.share());
        if (task != null) {
            task.at(now.share());
        }
        progress.set(Counted.of(now.records(), "record") + ", " + Sizes.text(now.bytes())
                + (now.cancelled() ? ", ending…" : ""));
    }
}
