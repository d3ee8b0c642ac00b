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

    private final SeekSubject subject;
    private final ConnectionProfile profile;
    private final ClusterReader cluster;
    private final SeekHistory history;
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
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SeekHistory.@Nullable Entry> applied = new ReadOnlyObjectWrapper<>();

    private final SeekPreview preview;
    private String obstacle = "";
    private boolean seeking;

    /**
     * @param subject what is moved
     * @param profile whose name and environment the dialog shows
     * @param cluster asked for times and commits
     * @param history the seeks of this consumer so far
     * @param uiExecutor the JavaFX thread
     * @param clock for "as of" and for times such as {@code -15m}
     * @param zone in which times are typed and shown
     * @param whenUndoFails told why a seek could not be taken back
     */
    public SeekViewModel(
            SeekSubject subject,
            ConnectionProfile profile,
            ClusterReader cluster,
            SeekHistory history,
            UiExecutor uiExecutor,
            Clock clock,
            ZoneId zone,
            Consumer<BrokerFailure> whenUndoFails) {
        this.subject = subject;
        this.profile = profile;
        this.cluster = cluster;
        this.history = history;
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

    SeekSubject subject() {
        return subject;
    }

    String title() {
        return subject.title();
    }

    String consumer() {
        return subject.words(profile.name());
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
        return history.entries();
    }

    // Commands

    /** Reads the positions again and plans on them. */
    public void refresh() {
        busy.set(true);
        uiExecutor.whenDone(subject.read(), (fresh, thrown) -> {
            busy.set(false);
            if (fresh == null) {
                fail(thrown);
                return;
            }
            obstacle = fresh.obstacle();
            preview.start(clock.instant(), fresh.positions(), !subject.commits());
            asOf.set(SeekWords.asOf(preview.plan(), zone));
            recompute();
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
        seeking = true;
        failure.set(null);
        showEffect();
        uiExecutor.whenDone(subject.move(applying.targets()), (after, thrown) -> {
            seeking = false;
            if (thrown != null) {
                fail(thrown);
                showEffect();
                return;
            }
            SeekHistory.Entry entry =
                    new SeekHistory.Entry(clock.instant(), words, applying.previous(), applying.targets());
            history.add(entry);
            applied.set(entry);
        });
    }

    /** Goes back to the positions before a seek. A failure is told to the window, as the dialog is gone by then. */
    void undo(SeekHistory.Entry entry) {
        uiExecutor.whenDone(subject.back(entry), (after, thrown) -> {
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
        if (!subject.group().isEmpty()) {
            form.groupProperty().set(subject.group());
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
        applyText.set(seeking ? (subject.commits() ? "Committing\u2026" : "Seeking\u2026") : subject.verb(count));
        applyReason.set(reasonNotToApply(count));
    }

    private String reasonNotToApply(int count) {
        if (seeking) {
            return subject.commits() ? "Committing, then reading again\u2026" : "Moving the consumer\u2026";
        }
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        if (!formError.get().isEmpty()) {
            return formError.get();
        }
        if (!preview.hasPositions()) {
            return subject.commits()
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
