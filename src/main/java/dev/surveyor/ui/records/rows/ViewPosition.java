package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.consume.BufferChanges;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.seek.Sought;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where the user looks: at the newest row, or at one that stays where it is on the screen and is kept from being
 * evicted, with all that are newer. For the JavaFX thread only.
 */
public final class ViewPosition {

    private final RecordBuffer buffer;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper newRows = new ReadOnlyLongWrapper();
    private boolean dropping;

    /** Whether the row that stays is still to come. */
    private boolean awaited;

    private long firstRow;
    private long row;
    private int generation;
    private @Nullable LogEntry left;

    public ViewPosition(RecordBuffer buffer) {
        this.buffer = buffer;
    }

    /** Returns whether the view stays at the newest row. */
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Returns how many rows came since the view stopped to follow. */
    public ReadOnlyLongProperty newRowsProperty() {
        return newRows.getReadOnlyProperty();
    }

    /** Returns whether rows may be evicted although the user looks at them. */
    public boolean dropping() {
        return dropping;
    }

    /** Returns the index, oldest first, of the row that stays while the view does not follow; 0 where it has gone. */
    public int index() {
        return (int) Math.max(0, row - firstRow);
    }

    public void follow() {
        left = null;
        following.set(true);
        dropping = false;
        newRows.set(0);
        buffer.unprotect();
    }

    /** Follows until there are rows again: a filter shows none. Then this row is the place again; null for none. */
    public void leave(@Nullable LogEntry stay) {
        follow();
        left = stay;
    }

    /** Returns the row to go back to when there are rows again, null for none. */
    @Nullable
    public LogEntry left() {
        return left;
    }

    /**
     * Stays with this row where it is, however many others come; neither it nor a newer one is evicted.
     *
     * @param index of the oldest row on the screen, oldest first
     */
    public void browse(int index) {
        leaveNewest();
        row = firstRow + index;
        protect();
    }

    private void protect() {
        awaited = !dropping && !buffer.protect(row, generation);
    }

    /** Returns whether there is a row to stay with: on the screen, or as soon as the filter shows rows again. */
    public boolean stays() {
        return !following.get() || left != null;
    }

    /**
     * Goes where the consumer was moved: to the first row that it reads there, or to the newest.
     *
     * @param rows how many came since it was moved; all of them are new
     */
    public void moveTo(Sought sought, int rows) {
        if (sought == Sought.THE_END) {
            follow();
        } else {
            browse(0);
            newRows.set(rows);
        }
    }

    /** Stops to follow without a row to keep, for rows in another order. */
    public void detach() {
        leaveNewest();
        row = firstRow;
        dropOldest();
    }

    /** Goes on fetching although the row that stays will be evicted. */
    public void dropOldest() {
        dropping = true;
        buffer.unprotect();
    }

    /** Takes over how the rows have moved. */
    public void moved(BufferChanges changes) {
        firstRow = changes.firstRow();
        generation = changes.generation();
        if (!changes.reset() && !following.get()) {
            newRows.set(newRows.get() + changes.appended().size());
            if (awaited) {
                protect();
            }
        }
    }

    private void leaveNewest() {
        left = null;
        if (following.get()) {
            following.set(false);
            newRows.set(0);
        }
    }
}
