package dev.surveyor.ui.seek;

import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Does seeks, remembers them, and takes them back. For the JavaFX thread only. */
final class SeekMoves {

    private final Function<SeekSubject, SeekHistory> histories;
    private final UiExecutor uiExecutor;
    private final Clock clock;
    private final Consumer<BrokerFailure> whenUndoFails;
    private final ReadOnlyObjectWrapper<SeekHistory.@Nullable Entry> applied = new ReadOnlyObjectWrapper<>();

    /**
     * @param histories what was done with a subject so far
     * @param whenUndoFails told why a seek could not be taken back
     */
    SeekMoves(
            Function<SeekSubject, SeekHistory> histories,
            UiExecutor uiExecutor,
            Clock clock,
            Consumer<BrokerFailure> whenUndoFails) {
        this.histories = histories;
        this.uiExecutor = uiExecutor;
        this.clock = clock;
        this.whenUndoFails = whenUndoFails;
    }

    /** The seek once it is done, or null before. */
    ReadOnlyObjectProperty<SeekHistory.@Nullable Entry> appliedProperty() {
        return applied.getReadOnlyProperty();
    }

    /** Returns what was done with the subject so far. */
    List<SeekHistory.Entry> of(SeekSubject subject) {
        return histories.apply(subject).entries();
    }

    /**
     * Does a seek.
     *
     * @param words what is sought, for the history
     * @param then told when it has ended: why it failed, or null where it is done
     */
    void apply(SeekSubject subject, SeekPlan plan, String words, Consumer<@Nullable Throwable> then) {
        SeekHistory history = histories.apply(subject);
        uiExecutor.whenDone(subject.move(targets(plan, history)), (replaced, thrown) -> {
            then.accept(thrown);
            if (replaced != null) {
                SeekHistory.Entry entry =
                        new SeekHistory.Entry(clock.instant(), words, plan.previous(), plan.targets(), replaced);
                history.add(entry);
                applied.set(entry);
            }
        });
    }

    /** What was set by hand to where it stood before an earlier seek comes back with all that was stored with it. */
    private static List<PartitionOffset> targets(SeekPlan plan, SeekHistory history) {
        List<PartitionOffset> targets = new ArrayList<>();
        for (SeekRow row : plan.rows()) {
            PartitionId partition = row.position().partition();
            if (row.target().isPresent()) {
                long offset = row.target().getAsLong();
                targets.add(row.custom() ? history.asStored(partition, offset) : PartitionOffset.of(partition, offset));
            }
        }
        return targets;
    }

    /** Goes back to the positions before a seek. A failure is told to the window, as the dialog is gone by then. */
    void undo(SeekSubject subject, SeekHistory.Entry entry) {
        uiExecutor.whenDone(subject.back(entry), (after, thrown) -> {
            if (thrown != null) {
                whenUndoFails.accept(BrokerFailureException.in(thrown));
            }
        });
    }
}
