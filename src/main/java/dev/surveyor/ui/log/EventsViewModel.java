package dev.surveyor.ui.log;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.event.EventText;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Pulse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the list of events shows: the events of one connection, oldest first, taken from its stream at each tick
 * with one change to the list. As many as the stream keeps; what gave way before it could be shown is counted.
 */
public final class EventsViewModel implements AutoCloseable {

    private static final int CAPACITY = EventStream.DEFAULT_CAPACITY;

    private final String noun;
    private final Clipboards clipboards;
    private final ObservableValue<ZoneId> zone;
    private final Runnable stopTicking;

    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final ObservableList<ClientEvent> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

    private final List<ClientEvent> all = new ArrayList<>();
    private @Nullable EventStream stream;
    private long seen;
    private long missed;

    public EventsViewModel(Pulse pulse, Clipboards clipboards, ObservableValue<ZoneId> zone) {
        this(pulse, clipboards, zone, "event");
    }

    /** @param noun what one of them is called, for instance {@code line} */
    public EventsViewModel(Pulse pulse, Clipboards clipboards, ObservableValue<ZoneId> zone, String noun) {
        this.noun = noun;
        this.clipboards = clipboards;
        this.zone = zone;
        filter.addListener((property, before, now) -> filterAll());
        stopTicking = pulse.everyTick(this::take);
        showCount();
    }

    // Properties

    StringProperty filterProperty() {
        return filter;
    }

    /** Whether the list stays at its end while events arrive. */
    BooleanProperty followProperty() {
        return follow;
    }

    /** The events that match the filter, oldest first. */
    ObservableList<ClientEvent> rows() {
        return rows;
    }

    /** For instance {@code 12 of 1 204 events · 30 missed}. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The zone in which times are shown. */
    ObservableValue<ZoneId> zone() {
        return zone;
    }

    // Commands

    /** Shows the events of another connection from now on; null for none. */
    public void show(@Nullable EventStream now) {
        if (now == stream) {
            return;
        }
        stream = now;
        seen = 0;
        missed = 0;
        all.clear();
        rows.clear();
        take();
        showCount();
    }

    void copy(List<ClientEvent> events) {
        clipboards.copy(events.stream().map(EventText::line).collect(Collectors.joining(System.lineSeparator())));
    }

    void copyAll() {
        copy(List.copyOf(rows));
    }

    @Override
    public void close() {
        stopTicking.run();
    }

    private void take() {
        EventStream from = stream;
        if (from == null) {
            return;
        }
        EventStream.Page page = from.since(seen);
        seen = page.seen();
        missed += page.missed();
        if (page.events().isEmpty()) {
            return;
        }
        all.addAll(page.events());
        int tooMany = Math.max(0, all.size() - CAPACITY);
        if (tooMany > 0) {
            long shownAndGone =
                    all.subList(0, tooMany).stream().filter(this::matches).count();
            all.subList(0, tooMany).clear();
            rows.remove(0, (int) Math.min(shownAndGone, rows.size()));
        }
        int kept = Math.max(0, page.events().size() - CAPACITY);
        rows.addAll(page.events().subList(kept, page.events().size()).stream()
                .filter(this::matches)
                .toList());
        showCount();
    }

    private void filterAll() {
        rows.setAll(all.stream().filter(this::matches).toList());
        showCount();
    }

    private boolean matches(ClientEvent event) {
        return EventText.matches(event, filter.get().strip().toLowerCase(Locale.ROOT));
    }

    private void showCount() {
        String shown = filter.get().isBlank() ? "" : Numbers.grouped(rows.size()) + " of ";
        String events = Counted.of(all.size(), noun);
        count.set(shown + events + (missed == 0 ? "" : " · " + Numbers.grouped(missed) + " older ones not kept"));
    }
}
