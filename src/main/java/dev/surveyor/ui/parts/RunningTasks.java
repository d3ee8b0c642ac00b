package dev.surveyor.ui.parts;

import dev.surveyor.service.task.Unfinished;
import java.time.Clock;
import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The long work that goes on in the window, for its status bar. For the JavaFX thread only. */
public final class RunningTasks {

    /** What ends sooner is not worth a line. */
    private static final Duration LISTED_AFTER = Duration.ofMillis(500);

    private final Clock clock;
    private final ObservableList<Task> tasks = FXCollections.observableArrayList();
    private final ObservableList<Task> view = FXCollections.unmodifiableObservableList(tasks);

    public RunningTasks(Clock clock) {
        this.clock = clock;
    }

    /** Returns what goes on for a while already, oldest first. */
    public ObservableList<Task> all() {
        return view;
    }

    /**
     * Begins a task, which is to be ended by who began it.
     *
     * @param words what is done, as in {@code Exporting orders}
     * @param leavesHalfDone whether something is left half done where it is cut off, such as a file
     * @param cancel ends the work soon
     */
    public Task begin(String words, boolean leavesHalfDone, Runnable cancel) {
        return new Task(words, leavesHalfDone, cancel);
    }

    /** Returns what would be left half done if the window were closed now. */
    public Unfinished unfinished() {
        return new Unfinished(
                0,
                0,
                0,
                tasks.stream()
                        .filter(task -> task.leavesHalfDone)
                        .map(Task::words)
                        .toList());
    }

    /** Work that goes on. */
    public final class Task {
        private final String words;
        private final boolean leavesHalfDone;
        private final Runnable cancel;
        private final long listedFrom = clock.millis() + LISTED_AFTER.toMillis();
        private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);

        private Task(String words, boolean leavesHalfDone, Runnable cancel) {
            this.words = words;
            this.leavesHalfDone = leavesHalfDone;
            this.cancel = cancel;
        }

        public String words() {
            return words;
        }

        /** Returns how much is done, from 0 to 1, negative where that is not known. */
        public ReadOnlyDoubleProperty shareProperty() {
            return share.getReadOnlyProperty();
        }

        public void cancel() {
            cancel.run();
        }

        /** Tells how much is done; to be told some times a second. */
        public void at(double done) {
            share.set(done);
            if (clock.millis() >= listedFrom && !tasks.contains(this)) {
                tasks.add(this);
            }
        }

        public void end() {
            tasks.remove(this);
        }
    }
}
