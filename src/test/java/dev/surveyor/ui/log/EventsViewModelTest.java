package dev.surveyor.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class EventsViewModelTest {

    private final ManualPulse pulse = new ManualPulse();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final EventStream stream = new EventStream(EventStream.DEFAULT_CAPACITY);
    private final EventsViewModel model =
            new EventsViewModel(pulse, clipboards, new SimpleObjectProperty<ZoneId>(ZoneOffset.UTC));

    private static ClientEvent event(String client) {
        return new ClientEvent.ReadTimedOut(Instant.EPOCH, client, Duration.ofMillis(5));
    }

    @Test
    void events_appear_at_the_next_tick_in_order() {
        model.show(stream);
        stream.publish(event("a"));
        stream.publish(event("b"));
        assertThat(model.rows()).isEmpty();
        pulse.tick();
        assertThat(model.rows()).extracting(ClientEvent::client).containsExactly("a", "b");
        assertThat(model.countProperty().get()).isEqualTo("2 events");
    }

    @Test
    void another_connection_replaces_the_list() {
        model.show(stream);
        stream.publish(event("a"));
        pulse.tick();
        EventStream other = new EventStream(10);
        other.publish(event("x"));
        model.show(other);
        assertThat(model.rows()).extracting(ClientEvent::client).containsExactly("x");
        model.show(null);
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void the_filter_counts_what_it_shows_and_works_on_what_is_there_and_what_comes() {
        model.show(stream);
        stream.publish(event("alpha"));
        stream.publish(event("beta"));
        pulse.tick();
        model.filterProperty().set("ALPHA");
        stream.publish(event("alpha-2"));
        pulse.tick();
        assertThat(model.rows()).extracting(ClientEvent::client).containsExactly("alpha", "alpha-2");
        assertThat(model.countProperty().get()).isEqualTo("2 of 3 events");
    }

    @Test
    void events_that_gave_way_before_they_were_seen_are_counted() {
        EventStream small = new EventStream(2);
        for (int i = 0; i < 5; i++) {
            small.publish(event("c" + i));
        }
        model.show(small);
        assertThat(model.rows()).hasSize(2);
        assertThat(model.countProperty().get()).contains("3 older ones not kept");
    }

    @Test
    void the_list_is_bounded_with_a_filter_and_without() {
        model.show(stream);
        for (String filter : List.of("", "even")) {
            model.filterProperty().set(filter);
            for (int i = 0; i < 12_000; i++) {
                stream.publish(event(i % 2 == 0 ? "even" : "odd"));
                if (i % 1_000 == 0) {
                    pulse.tick();
                }
            }
            pulse.tick();
            assertThat(model.rows()).hasSize(filter.isEmpty() ? 10_000 : 5_000);
        }
    }

    @Test
    void copying_gives_full_lines_with_iso_times() {
        model.show(stream);
        stream.publish(event("a"));
        pulse.tick();
        model.copyAll();
        assertThat(clipboards.text()).startsWith("1970-01-01T00:00:00Z\ta\ttimed out\tRead timed out after 5 ms");
    }

    @Test
    void closing_stops_the_ticking() {
        model.close();
        assertThat(pulse.listeners()).isZero();
    }
}
