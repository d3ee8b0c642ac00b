package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.ui.fx.UiExecutor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Up to where there is nothing to read: what an empty table says while it waits. Asked once per consumer. */
final class EndOffsets {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final UiExecutor ui;
    private String found = "";
    private boolean asked;

    EndOffsets(UiExecutor ui) {
        this.ui = ui;
    }

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
            ui.whenDone(running.positions(), (positions, failed) -> {
                if (positions != null) {
                    found = RecordTexts.ends(positions);
                }
            });
        }
        text.set(found);
    }
}
