package dev.surveyor.ui.producer;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.service.event.EventStream;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The reports in the shared stream of the connection, of all its producers, oldest first, capped. */
final class StreamList {

    /** How many are kept. */
    static final int CAPACITY = 2_000;

    private final EventStream events;
    private final ObservableList<ClientEvent> shown = FXCollections.observableArrayList();
    private long seen;

    StreamList(EventStream events) {
        this.events = events;
    }

    ObservableList<ClientEvent> shown() {
        return shown;
    }

    /** Takes over what was published since the last tick. */
    void tick() {
        EventStream.Page page = events.since(seen);
        seen = page.seen();
        List<ClientEvent> fresh = page.events().stream()
                .filter(event -> event instanceof ClientEvent.Delivered || event instanceof ClientEvent.ClientError)
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        List<ClientEvent> last = fresh.subList(Math.max(0, fresh.size() - CAPACITY), fresh.size());
        int over = Math.max(0, shown.size() + last.size() - CAPACITY);
        shown.remove(0, Math.min(over, shown.size()));
        shown.addAll(last);
    }
}
