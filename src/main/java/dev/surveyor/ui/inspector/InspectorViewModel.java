package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which record the inspector shows: the selected one, or one that is pinned while the selection moves; and whether there
 * is room for it. For the JavaFX thread only.
 */
final class InspectorViewModel {

    private final ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected;
    private final RecordViewModel record;
    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.NOTHING);
    private @Nullable ConsumedRecord pinnedRecord;
    private boolean narrow;
    private boolean unfolded;

    /** What is to be seen of the inspector. */
    enum Face {
        /** Only the way back to it. */
        RAIL,
        /** That no record is selected. */
        NOTHING,
        RECORD
    }

    InspectorViewModel(
            InspectorTools tools, InspectorActions actions, ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected) {
        this.selected = selected;
        record = new RecordViewModel(tools, actions, shown -> Others.of(actions, shown, pinnedRecord != null));
        selected.addListener((source, before, now) -> selectionMoved(now));
        pinned.addListener((source, before, now) -> pin(now));
    }

    /** Returns the record that is shown. */
    RecordViewModel record() {
        return record;
    }

    ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }

    /** Returns whether the record stays while the selection moves. */
    BooleanProperty pinnedProperty() {
        return pinned;
    }

    /** Folds to the rail, or back. */
    void narrow(boolean now) {
        if (narrow != now) {
            narrow = now;
            unfolded = false;
            face();
        }
    }

    /** Opens the inspector although there is little room. */
    void unfold() {
        unfolded = true;
        face();
    }

    /** Folds to the rail again where there is little room, else shows no record any more. */
    void closeRecord() {
        if (narrow) {
            unfolded = false;
            face();
        } else {
            pinned.set(false);
            show(null);
        }
    }

    private void selectionMoved(@Nullable ConsumedRecord now) {
        if (pinnedRecord == null) {
            show(now);
        } else {
            record.otherChanged();
        }
    }

    private void pin(boolean keep) {
        pinnedRecord = keep ? record.recordProperty().get() : null;
        if (!keep) {
            show(selected.get());
        }
    }

    private void show(@Nullable ConsumedRecord now) {
        if (now == null) {
            record.clear();
        } else {
            record.show(now);
        }
        face();
    }

    private void face() {
        boolean folded = narrow && !unfolded;
        face.set(folded ? Face.RAIL : record.recordProperty().get() == null ? Face.NOTHING : Face.RECORD);
    }
}
