package dev.surveyor.ui.seek;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekPlanner;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Keeps the preview of a seek true to the form, and does the seek. For the JavaFX thread only. */
final class SeekViewModel implements AutoCloseable {

    private final List<SeekSubject> subjects;
    private final ReadOnlyObjectWrapper<SeekSubject> subject;
    private final ConnectionProfile profile;
    private final UiExecutor uiExecutor;
    private final Clock clock;
    private final ZoneId zone;

    private final SeekForm form;
    private final SeekPreview preview;
    private final SeekPartitions partitions;
    private final SeekEffect effect;
    private final SeekObstacle obstacle;
    private final SeekMoves moves;
    private final ReadOnlyStringWrapper formError = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();

    /**
     * @param subjects what can be moved, at least one; the first one is at first
     * @param profile whose name and environment the dialog shows
     * @param cluster asked for times and commits
     * @param histories what was done with a subject so far
     * @param uiExecutor the JavaFX thread
     * @param clock for "as of" and for times such as {@code -15m}
     * @param zone in which times are typed and shown
     * @param whenUndoFails told why a seek could not be taken back
     */
    SeekViewModel(
            List<SeekSubject> subjects,
            ConnectionProfile profile,
            ClusterReader cluster,
            Function<SeekSubject, SeekHistory> histories,
            UiExecutor uiExecutor,
            Clock clock,
            ZoneId zone,
            Consumer<BrokerFailure> whenUndoFails) {
        this.subjects = List.copyOf(subjects);
        this.subject = new ReadOnlyObjectWrapper<>(subjects.get(0));
        this.profile = profile;
        this.uiExecutor = uiExecutor;
        this.clock = clock;
        this.zone = zone;
        this.form = new SeekForm(clock, zone);
        this.preview = new SeekPreview(
                new SeekPlanner(cluster),
                uiExecutor,
                clock.instant(),
                this::showPlan,
                this::showEffect,
                this::failToPlan);
        this.partitions = new SeekPartitions(preview, this::recompute, this::refuse);
        this.effect = new SeekEffect(preview);
        this.obstacle = new SeekObstacle(uiExecutor);
        this.moves = new SeekMoves(histories, uiExecutor, clock, whenUndoFails);
        form.onChange(this::recompute);
        refresh();
        uiExecutor.whenDone(cluster.groups(), (found, thrown) -> {
            if (found != null) {
                form.offerGroups(found, subject().group());
            }
        });
    }

    // Properties

    SeekForm form() {
        return form;
    }

    /** Returns the partitions with what would become of each. */
    SeekPartitions partitions() {
        return partitions;
    }

    /** Returns what the seek would do, in words. */
    SeekEffect effect() {
        return effect;
    }

    /** Returns what stands in the way of the seek. */
    SeekObstacle obstacle() {
        return obstacle;
    }

    /** Returns what was done, and what takes it back. */
    SeekMoves moves() {
        return moves;
    }

    ConnectionProfile profile() {
        return profile;
    }

    ZoneId zone() {
        return zone;
    }

    /** Returns what can be moved. */
    List<SeekSubject> subjects() {
        return subjects;
    }

    SeekSubject subject() {
        return subject.get();
    }

    /** What is moved. */
    ReadOnlyObjectProperty<SeekSubject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** Whether something is being moved or stopped. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Whether positions are being read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is wrong with what was typed; empty where nothing is. */
    ReadOnlyStringProperty formErrorProperty() {
        return formError.getReadOnlyProperty();
    }

    /** What went wrong last, or null. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    // Commands

    /** Reads the positions again and plans on them. */
    void refresh() {
        SeekSubject asked = subject();
        busy.set(true);
        uiExecutor.whenDone(asked.read(), (fresh, thrown) -> {
            if (!asked.equals(subject())) {
                return;
            }
            busy.set(false);
            if (fresh == null) {
                fail(thrown);
                return;
            }
            obstacle.learn(fresh);
            preview.readAs(asked.isolation());
            preview.start(clock.instant(), fresh.positions(), !asked.commits());
            effect.showAge(zone);
            recompute();
        });
    }

    /** Moves another subject from now on; nothing is ticked by hand yet. */
    void choose(SeekSubject other) {
        if (working.get() || other.equals(subject())) {
            return;
        }
        failure.set(null);
        obstacle.forget();
        preview.forget(clock.instant());
        partitions.show();
        subject.set(other);
        refresh();
        showEffect();
    }

    /** Stops the members of this app that are in the way, and looks again. */
    void stopMembers() {
        if (working.get() || obstacle.stopTextProperty().get().isEmpty()) {
            return;
        }
        working.set(true);
        failure.set(null);
        obstacle.stopMembers(subject(), thrown -> {
            working.set(false);
            if (thrown != null) {
                fail(thrown);
            }
            refresh();
        });
        showEffect();
    }

    /** Does the seek, if it can be done. */
    void apply() {
        if (!effect.applyReasonProperty().get().isEmpty()) {
            return;
        }
        SeekPlan applying = preview.plan();
        String words = preview.hasCustom() ? form.words() + ", partly by hand" : form.words();
        working.set(true);
        failure.set(null);
        showEffect();
        moves.apply(subject(), applying, words, thrown -> {
            working.set(false);
            if (thrown != null) {
                fail(thrown);
                showEffect();
            }
        });
    }

    /** Gives up on what is still being asked for. */
    @Override
    public void close() {
        preview.stop();
    }

    private void recompute() {
        SeekForm.Reading reading = form.read();
        formError.set(reading.error());
        preview.ask(reading.target());
        showEffect();
    }

    private void refuse(String why) {
        formError.set(why);
        showEffect();
    }

    private void showPlan() {
        failure.set(null);
        partitions.show();
        showEffect();
    }

    private void failToPlan(Throwable thrown) {
        fail(thrown);
        showEffect();
    }

    private void showEffect() {
        effect.show(new SeekEffect.Circumstances(
                subject(),
                obstacle.words(),
                obstacle.lost(),
                formError.get(),
                working.get(),
                busy.get(),
                failure.get() != null));
    }

    private void fail(Throwable thrown) {
        failure.set(BrokerFailureException.in(thrown));
        if (!preview.hasPositions()) {
            effect.showUnreadable();
        }
    }
}
