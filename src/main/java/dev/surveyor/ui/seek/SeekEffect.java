package dev.surveyor.ui.seek;

import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.service.seek.SeekSubject;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the plan would do, in words, and why it cannot be done now. For the JavaFX thread only. */
final class SeekEffect {

    private static final String READING = "Reading positions\u2026";

    private final SeekPreview preview;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(READING);
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper asOf = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper applyText = new ReadOnlyStringWrapper("Seek");
    private final ReadOnlyStringWrapper applyReason = new ReadOnlyStringWrapper(READING);

    /**
     * What matters to a seek apart from its plan.
     *
     * @param subject what is moved
     * @param obstacle why it cannot be moved, else empty
     * @param lost what the move loses for good, else empty
     * @param formError what is wrong with what was typed, else empty
     * @param working whether something is being moved or stopped
     * @param reading whether positions are being read
     * @param failed whether the last thing that was asked for went wrong
     */
    record Circumstances(
            SeekSubject subject,
            String obstacle,
            String lost,
            String formError,
            boolean working,
            boolean reading,
            boolean failed) {}

    SeekEffect(SeekPreview preview) {
        this.preview = preview;
    }

    // Properties

    /** The effect in one sentence. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What is not as it was asked for; empty where all is. */
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Of when the positions are. */
    ReadOnlyStringProperty asOfProperty() {
        return asOf.getReadOnlyProperty();
    }

    /** What the button that does it says. */
    ReadOnlyStringProperty applyTextProperty() {
        return applyText.getReadOnlyProperty();
    }

    /** Why it cannot be done now; empty where it can. */
    ReadOnlyStringProperty applyReasonProperty() {
        return applyReason.getReadOnlyProperty();
    }

    // Commands

    /** Says of when the positions of the plan are. */
    void showAge(ZoneId zone) {
        asOf.set(SeekWords.asOf(preview.plan(), zone));
    }

    /** Says what the plan of now would do. */
    void show(Circumstances now) {
        SeekPlan plan = preview.plan();
        int count = plan.targets().size();
        summary.set(plan.rows().isEmpty() ? "" : SeekWords.summary(plan));
        warning.set((SeekWords.warning(plan) + " " + now.lost()).strip());
        boolean moving = now.working() && now.obstacle().isEmpty();
        applyText.set(
                moving
                        ? (now.subject().commits() ? "Committing\u2026" : "Seeking\u2026")
                        : SeekWords.verb(now.subject(), count));
        applyReason.set(reasonNotToApply(now, count));
    }

    /** Says that there are no positions to plan on. */
    void showUnreadable() {
        summary.set("");
        applyReason.set("The positions could not be read.");
    }

    private String reasonNotToApply(Circumstances now, int count) {
        if (!now.obstacle().isEmpty()) {
            return now.obstacle();
        }
        boolean commits = now.subject().commits();
        if (now.working()) {
            return commits ? "Committing, then reading again\u2026" : "Moving the consumer\u2026";
        }
        if (!now.formError().isEmpty()) {
            return now.formError();
        }
        if (!preview.hasPositions()) {
            return now.reading() ? READING : noPositions(commits);
        }
        if (!preview.current()) {
            return now.failed() ? "There is no preview for this target." : working(preview.progress());
        }
        if (count > 0) {
            return "";
        }
        return preview.nothingTicked() ? "Tick a partition to move it." : "No ticked partition has a place to go to.";
    }

    private static String working(String progress) {
        return "Working out the preview\u2026" + (progress.isEmpty() ? "" : " " + progress + " answered.");
    }

    private static String noPositions(boolean commits) {
        return commits
                ? "This group has no commit yet, so there is nothing to move."
                : "This consumer has no partition assigned.";
    }
}
