package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where a consumer stands that has brought nothing yet: what an empty table says while it waits. */
public final class EndOffsets {

    private static final long INTERVAL_MILLIS = 2_000;

    private final ReadOnlyObjectWrapper<List<PartitionPosition>> positions = new ReadOnlyObjectWrapper<>(List.of());
    private final UiExecutor ui;
    private final Clock clock;
    private List<PartitionPosition> found = List.of();
    private int asked;
    private boolean waiting;
    private long askedAt;

    public EndOffsets(UiExecutor ui, Clock clock) {
        this.ui = ui;
        this.clock = clock;
    }

    /** Returns begin, end and position of each partition, empty until known. */
    public ReadOnlyObjectProperty<List<PartitionPosition>> positionsProperty() {
        return positions.getReadOnlyProperty();
    }

    public void clear() {
        asked++;
        waiting = false;
        askedAt = 0;
        found = List.of();
    }

    /** Asks from time to time while there are no rows, and shows what was answered. */
    public void tick(ConsumeSession running, boolean noRows) {
        boolean due = clock.millis() - askedAt >= INTERVAL_MILLIS;
        if (noRows && due && !waiting && running.status().phase() == ConsumePhase.RUNNING) {
            waiting = true;
            askedAt = clock.millis();
            int mine = ++asked;
            ui.whenDone(running.positions(), (answer, failed) -> {
                if (mine == asked) {
                    waiting = false;
                    found = answer == null ? found : answer;
                }
            });
        }
        positions.set(found);
    }
}
