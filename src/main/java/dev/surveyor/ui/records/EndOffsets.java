package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Up to where there is nothing to read: what an empty table says while it waits. Asked once per consumer. */
final class EndOffsets {

    private static final int MOST_ENDS = 8;

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
                    found = ends(positions);
                }
            });
        }
        text.set(found);
    }

    /** Returns {@code End offsets: P0 1 204, P1 77}, of at most so many partitions as fit on a line. */
    private static String ends(List<PartitionPosition> positions) {
        String listed = positions.stream()
                .filter(PartitionPosition::told)
                .limit(MOST_ENDS)
                .map(position -> "P" + position.partition().partition() + " " + Numbers.grouped(position.endOffset()))
                .collect(Collectors.joining(", "));
        return "End offsets: " + listed + (positions.size() > MOST_ENDS ? ", …" : "");
    }
}
