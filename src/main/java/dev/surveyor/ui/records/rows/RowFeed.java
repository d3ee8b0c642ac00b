package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.consume.BufferChanges;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.rows.RecordFinder;
import dev.surveyor.service.seek.Sought;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Takes at each tick what the buffer has for the screen: rows, counts, and where the user looks among them. For the
 * JavaFX thread only.
 */
public final class RowFeed {

    private static final long TICK_MILLIS = 50;

    /** Nobody reads rows of which so many come from one tick to the next: one tick is left out. */
    private static final int FLOOD = 2_000;

    /** So many soon replace the whole buffer: several ticks are left out, and their time is left to the consumer. */
    private static final int DELUGE = 7_500;

    private static final int RESTS_IN_FLOOD = 1;
    private static final int RESTS_IN_DELUGE = 3;

    private final RecordBuffer buffer;
    private final Clock clock;
    private final Marks marks;
    private final ViewPosition position;
    private final RecordRows rows = new RecordRows();
    private final ReadOnlyBooleanWrapper newestFirst = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<BufferCounts> counts = new ReadOnlyObjectWrapper<>(BufferCounts.ZERO);
    private final ReadOnlyBooleanWrapper matching = new ReadOnlyBooleanWrapper(false);
    private TableListener listener = TableListener.NONE;
    private long lastArrival;
    private long takenAt;
    private int rests;
    /** Made when it is first wanted: it takes part in every change of the rows. */
    private @Nullable NewestFirst turned;

    public RowFeed(RecordBuffer buffer, Clock clock, ObservableValue<Boolean> newestFirst, Marks marks) {
        this.buffer = buffer;
        this.clock = clock;
        this.marks = marks;
        this.newestFirst.bind(newestFirst);
        this.position = new ViewPosition(buffer);
    }

    /** Returns the rows, oldest first. */
    public ObservableList<LogEntry> rows() {
        return rows;
    }

    /** Returns the same rows in the order in which they are shown. */
    public ObservableList<LogEntry> shown() {
        if (!newestFirst.get()) {
            return rows;
        }
        NewestFirst made = turned == null ? new NewestFirst(rows) : turned;
        turned = made;
        return made;
    }

    /** Returns whether the newest rows are shown at the top. */
    public ReadOnlyBooleanProperty newestFirstProperty() {
        return newestFirst.getReadOnlyProperty();
    }

    /** Returns where the user looks among the rows. */
    public ViewPosition position() {
        return position;
    }

    /** Returns all records that are kept, oldest first, shown or not. */
    public List<ConsumedRecord> kept() {
        return buffer.records();
    }

    /** Returns how much is kept. */
    public BufferLimits limits() {
        return buffer.limits();
    }

    public ReadOnlyObjectProperty<BufferCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Returns whether a filter is being applied, so that the rows are still those of the one before. */
    public ReadOnlyBooleanProperty matchingProperty() {
        return matching.getReadOnlyProperty();
    }

    /** Returns when the last record came, in milliseconds since 1970; 0 for never. */
    public long lastArrival() {
        return lastArrival;
    }

    /** Counts the time without records from now on. */
    public void arriveNow() {
        lastArrival = clock.millis();
    }

    /** Goes to the newest row and stays there. */
    public void follow() {
        position.follow();
        listener.rowsChanged(false);
    }

    /** Draws the rows that are on the screen again: something about them has become known. */
    public void redraw() {
        listener.marksChanged();
    }

    /** Selects the row and scrolls to it. */
    public void reveal(LogEntry row) {
        listener.reveal(row);
    }

    /** Tells from now on this one, and nobody else, of what has changed. */
    public void listen(TableListener newListener) {
        listener = newListener;
    }

    /** Returns whether the next tick may be left out: the screen was just replaced by rows that nobody can read. */
    public boolean rests() {
        if (rests == 0 || buffer.caughtUp()) {
            return false;
        }
        rests--;
        return true;
    }

    private void rest(int came) {
        long now = clock.millis();
        long inOneTick = came * TICK_MILLIS / Math.max(TICK_MILLIS, now - takenAt);
        takenAt = now;
        rests = inOneTick > DELUGE ? RESTS_IN_DELUGE : inOneTick > FLOOD ? RESTS_IN_FLOOD : 0;
    }

    /**
     * Takes what is there.
     *
     * @param sought where the consumer was moved; a table that stayed somewhere begins at that place, or follows where it
     *     is the end, and one that followed goes on doing so
     * @return whether nothing came and nothing is still being computed
     */
    public boolean take(Sought sought) {
        boolean moved = sought != Sought.NOTHING && position.stays();
        BufferChanges changes = buffer.takeChanges();
        if (changes.counts().received() != counts.get().received()) {
            arriveNow();
        }
        LogEntry kept = changes.reset() ? stays() : null;
        position.moved(changes);
        if (!changes.isEmpty()) {
            List<LogEntry> gone = rows.apply(changes);
            if (changes.reset()) {
                marks.retain(buffer::records);
                if (moved) {
                    moveTo(sought);
                } else if (rows.isEmpty()) {
                    position.leave(changes.counts().kept() > 0 ? kept : null);
                } else if (kept != null || !position.followingProperty().get()) {
                    position.browse(RecordFinder.nearest(rows, kept));
                }
            } else {
                marks.forget(gone);
            }
            listener.rowsChanged(changes.reset());
        }
        if (moved && !changes.reset()) {
            // Its rows came before the news of the seek.
            moveTo(sought);
            listener.rowsChanged(false);
        }
        rest(changes.appended().size());
        counts.set(changes.counts());
        matching.set(changes.matching());
        return changes.isEmpty() && !changes.matching();
    }

    private void moveTo(Sought sought) {
        position.moveTo(sought, rows.size());
        listener.placed();
    }

    /** Returns the row that the user looks at, or did before a filter showed none; null at the newest. */
    private @Nullable LogEntry stays() {
        if (position.followingProperty().get()) {
            return position.left();
        }
        return position.index() < rows.size() ? rows.get(position.index()) : null;
    }
}
