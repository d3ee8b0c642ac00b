package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.service.consume.ConsumeSession;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Up to where there is nothing to read: what an empty table says while it waits. Asked once per consumer. */
final class EndOffsets {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private volatile String found = "";
    private boolean asked;

    /** Returns {@code End offsets: P0 1 204, P1 77}, empty until known. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    void clear() {
        asked = false;
        found = "";
    }

    /** Asks where that has not been done, and shows what was answered. */
    void tick(ConsumeSession running, boolean noRows) {
        if (!asked && noRows && running.status().phase() == ConsumePhase.RUNNING) {
            asked = true;
            running.positions()
                    .thenAccept(positions -> found = RecordTexts.ends(positions))
                    .exceptionally(failed -> null);
        }
        text.set(found);
    }
}
