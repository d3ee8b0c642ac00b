package dev.surveyor.ui.records;

import dev.surveyor.service.consume.BufferChanges;
import dev.surveyor.service.consume.RecordBuffer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Where the user looks: at the newest row, or at one that stays where it is on the screen and is kept from being
 * evicted, with all that are newer.
 */
final class Place {

    private final RecordBuffer buffer;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper newRows = new ReadOnlyLongWrapper();
    private boolean dropping;
    private long firstRow;
    private long row;
    private int generation;

    Place(RecordBuffer buffer) {
        this.buffer = buffer;
    }

    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Returns how many rows came since the view stopped to follow. */
    ReadOnlyLongProperty newRowsProperty() {
        return newRows.getReadOnlyProperty();
    }

    /** Returns whether rows may be evicted although the user looks at them. */
    boolean dropping() {
        return dropping;
    }

    /** Returns the index of the row that stays, 0 where it has gone. */
    int index() {
        return (int) Math.max(0, row - firstRow);
    }

    void follow() {
        following.set(true);
        dropping = false;
        newRows.set(0);
        buffer.unprotect();
    }

    void browse(int index) {
        leaveNewest();
        row = firstRow + index;
        if (!dropping) {
            buffer.protect(row, generation);
        }
    }

    /** Leaves the newest without a row to keep. */
    void detach() {
        leaveNewest();
        row = firstRow;
        dropOldest();
    }

    void dropOldest() {
        dropping = true;
        buffer.unprotect();
    }

    /** Takes over how the rows have moved. */
    void moved(BufferChanges changes) {
        firstRow = changes.firstRow();
        generation = changes.generation();
        if (!changes.reset() && !following.get()) {
            newRows.set(newRows.get() + changes.appended().size());
        }
    }

    private void leaveNewest() {
        if (following.get()) {
            following.set(false);
            newRows.set(0);
        }
    }
}
