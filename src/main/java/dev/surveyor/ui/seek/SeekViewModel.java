package dev.surveyor.ui.seek;

import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.SeekHistory;
import dev.surveyor.service.consume.SeekPlanner;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Keeps the preview of a seek true to the form, and does the seek. For the JavaFX thread only. */
public final class SeekViewModel implements AutoCloseable {

    private final List<SeekSubject> subjects;
    private final ReadOnlyObjectWrapper<SeekSubject> subject;
    private final ConnectionProfile profile;
    private final ClusterReader cluster;
    private final Function<SeekSubject, SeekHistory> histories;
    private final UiExecutor uiExecutor;
    private final Clock clock;
    private final ZoneId zone;
    private final Consumer<BrokerFailure> whenUndoFails;

    private final SeekForm form;
    private final ObservableList<SeekRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> groups = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper formError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("Reading positions\u2026");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper asOf = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper applyText = new ReadOnlyStringWrapper("Seek");
    private final ReadOnlyStringWrapper applyReason = new ReadOnlyStringWrapper("Reading positions\u2026");
    private final ReadOnlyStringWrapper stopText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SeekHistory.@Nullable Entry> applied = new ReadOnlyObjectWrapper<>();

    private final SeekPreview preview;
    private String obstacle = "";

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
    public SeekViewModel(
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
        this.cluster = cluster;
        this.histories = histories;
        this.uiExecutor = uiExecutor;
        this.clock = clock;
        this.zone = zone;
        this.whenUndoFails = whenUndoFails;
        this.form = new SeekForm(clock, zone);
        this.preview = new SeekPreview(
                new SeekPlanner(cluster), uiExecutor, clock.instant(), this::showPlan, this::failToPlan);
        form.onChange(this::recompute);
        refresh();
        readGroups();
    }

    // Properties

    SeekForm form() {
        return form;
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

    /** What stops the members of this app that are in the way; empty where there is none. */
    ReadOnlyStringProperty stopTextProperty() {
        return stopText.getReadOnlyProperty();
    }

    /** Returns the partitions with what would become of each, in order. */
    public ObservableList<SeekRow> rows() {
        return rows;
    }

    ObservableList<String> groups() {
        return groups;
    }

    ReadOnlyStringProperty formErrorProperty() {
        return formError.getReadOnlyProperty();
    }

    /** Returns the effect in one sentence. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    ReadOnlyStringProperty asOfProperty() {
        return asOf.getReadOnlyProperty();
    }

    ReadOnlyStringProperty applyTextProperty() {
        return applyText.getReadOnlyProperty();
    }

    /** Returns why it cannot be applied now; empty where it can. */
    public ReadOnlyStringProperty applyReasonProperty() {
        return applyReason.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Returns what went wrong last, or null. */
    public ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns the seek once it is done, or null before. */
    public ReadOnlyObjectProperty<SeekHistory.@Nullable Entry> appliedProperty() {
        return applied.getReadOnlyProperty();
    }

    List<SeekHistory.Entry> history() {
        return histories.apply(subject()).entries();
    }

    // Commands

    /** Reads the positions again and plans on them. */
    public void refresh() {
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
            obstacle = fresh.obstacle();
            stopText.set(fresh.ownMembers() == 0 ? "" : fresh.ownMembers() == 1 ? "Stop it" : "Stop them");
            preview.start(clock.instant(), fresh.positions(), !asked.commits());
            asOf.set(SeekWords.asOf(preview.plan(), zone));
            recompute();
        });
    }

    /** Moves another subject from now on; nothing is ticked by hand yet. */
    void choose(SeekSubject other) {
        if (working.get() || other.equals(subject())) {
            return;
        }
        failure.set(null);
        obstacle = "";
        stopText.set("");
        rows.clear();
        preview.forget(clock.instant());
        subject.set(other);
        refresh();
        showEffect();
    }

    /** Stops the members of this app that are in the way, and looks again. */
    void stopMembers() {
        if (working.get() || stopText.get().isEmpty()) {
            return;
        }
        working.set(true);
        stopText.set("");
        obstacle = "Stopping the members of this app\u2026";
        failure.set(null);
        showEffect();
        uiExecutor.whenDone(subject().stopOwnMembers(), (stopped, thrown) -> {
            working.set(false);
            if (thrown != null) {
                fail(thrown);
            }
            refresh();
        });
    }

    /** Moves the partition with the others, or leaves it where it is. */
    public void tick(PartitionId partition, boolean ticked) {
        preview.tick(partition, ticked);
        recompute();
    }

    /** Ticks all partitions, or none. */
    public void tickAll(boolean ticked) {
        preview.tickAll(ticked);
        recompute();
    }

    /**
     * Gives one partition a target of its own.
     *
     * @param text an offset, or nothing to go with the others again
     * @return whether the text was taken
     */
    public boolean setCustom(PartitionId partition, String text) {
        Long offset = SeekForm.number(text);
        if (!text.isBlank() && (offset == null || offset < 0)) {
            formError.set(
                    "Partition " + partition.partition() + ": expected an offset from 0, not \u201c" + text + "\u201d");
            showEffect();
            return false;
        }
        preview.setCustom(partition, offset);
        recompute();
        return true;
    }

    /** Fills the grid with the positions before an earlier seek; nothing moves until it is applied. */
    public void restore(SeekHistory.Entry entry) {
        preview.setAllCustom(entry.previous());
        recompute();
    }

    /** Does the seek, if it can be done. */
    public void apply() {
        if (!applyReason.get().isEmpty()) {
            return;
        }
        SeekPlan applying = preview.plan();
        String words = preview.hasCustom() ? form.words() + ", partly by hand" : form.words();
        working.set(true);
        failure.set(null);
        showEffect();
        uiExecutor.whenDone(subject().move(applying.targets()), (after, thrown) -> {
            working.set(false);
            if (thrown != null) {
                fail(thrown);
                showEffect();
                return;
            }
            SeekHistory.Entry entry =
                    new SeekHistory.Entry(clock.instant(), words, applying.previous(), applying.targets());
            histories.apply(subject()).add(entry);
            applied.set(entry);
        });
    }

    /** Goes back to the positions before a seek. A failure is told to the window, as the dialog is gone by then. */
    void undo(SeekHistory.Entry entry) {
        uiExecutor.whenDone(subject().back(entry), (after, thrown) -> {
            if (thrown != null) {
                whenUndoFails.accept(BrokerFailureException.in(thrown));
            }
        });
    }

    /** Returns whether the partitions are of more than one topic. */
    boolean severalTopics() {
        return rows.stream()
                        .map(row -> row.position().partition().topic())
                        .distinct()
                        .count()
                > 1;
    }

    /** Returns the number of the partition, after its topic where there are several. */
    String nameOf(PartitionId partition) {
        return severalTopics() ? partition.topic() + "-" + partition.partition() : "" + partition.partition();
    }

    boolean allTicked() {
        return !rows.isEmpty() && rows.stream().allMatch(SeekRow::ticked);
    }

    boolean someTicked() {
        return rows.stream().anyMatch(SeekRow::ticked);
    }

    String csv() {
        return SeekWords.csv(preview.plan());
    }

    /** Gives up on what is still being asked for. */
    @Override
    public void close() {
        preview.stop();
    }

    private void readGroups() {
        uiExecutor.whenDone(cluster.groups(), (found, thrown) -> {
            if (found != null) {
                offerGroups(found.stream().map(GroupSummary::id).toList());
            }
        });
    }

    private void offerGroups(List<String> ids) {
        groups.setAll(ids);
        if (!subject().group().isEmpty()) {
            form.groupProperty().set(subject().group());
        } else if (!ids.isEmpty()) {
            form.groupProperty().set(ids.get(0));
        }
    }

    private void recompute() {
        SeekForm.Reading reading = form.read();
        formError.set(reading.error());
        preview.ask(reading.target());
        showEffect();
    }

    private void showPlan() {
        failure.set(null);
        rows.setAll(preview.plan().rows());
        showEffect();
    }

    private void failToPlan(Throwable thrown) {
        fail(thrown);
        showEffect();
    }

    private void showEffect() {
        SeekPlan plan = preview.plan();
        int count = plan.targets().size();
        summary.set(plan.rows().isEmpty() ? "" : SeekWords.summary(plan));
        warning.set(SeekWords.warning(plan));
        boolean moving = working.get() && obstacle.isEmpty();
        applyText.set(
                moving
                        ? (subject().commits() ? "Committing\u2026" : "Seeking\u2026")
                        : subject().verb(count));
        applyReason.set(reasonNotToApply(count));
    }

    private String reasonNotToApply(int count) {
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        if (working.get()) {
            return subject().commits() ? "Committing, then reading again\u2026" : "Moving the consumer\u2026";
        }
        if (!formError.get().isEmpty()) {
            return formError.get();
        }
        if (busy.get() && !preview.hasPositions()) {
            return "Reading positions\u2026";
        }
        if (!preview.hasPositions()) {
            return subject().commits()
                    ? "This group has no commit yet, so there is nothing to move."
                    : "This consumer has no partition assigned.";
        }
        if (!preview.current()) {
            return failure.get() == null ? "Working out the preview\u2026" : "There is no preview for this target.";
        }
        if (count > 0) {
            return "";
        }
        return preview.nothingTicked() ? "Tick a partition to move it." : "No ticked partition has a place to go to.";
    }

    private void fail(Throwable thrown) {
        failure.set(BrokerFailureException.in(thrown));
        if (!preview.hasPositions()) {
            summary.set("");
            applyReason.set("The positions could not be read.");
        }
    }
}
