package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.store.JsonProfileStore;
import dev.surveyor.testing.TestBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In the smallest window a broker that stands still for a while pushes nothing off the page of a producer. */
@Tag("real-window")
class ProducerRealWindow {

    private final Path folder = RealWindowFolder.fresh("producer");

    @Test
    void a_flush_that_is_not_confirmed_in_time_and_latencies_of_five_digits_leave_all_in_its_place() {
        RealDisplay.require();
        try (TestBroker broker = TestBroker.start();
                RealDisplay display = new RealDisplay(folder, 1_280, 800)) {
            broker.createTopic("orders", 1, Map.of());
            Path home = folder.resolve("home");
            new JsonProfileStore(home.resolve("settings"), name -> false, Clock.systemUTC())
                    .save(List.of(new ConnectionProfile(
                            "local",
                            "local",
                            Environment.DEVELOPMENT,
                            List.of(broker.bootstrapServers()),
                            "",
                            SecuritySettings.NONE,
                            Map.of(),
                            Set.of())));
            try (RunningSurveyor app = new RunningSurveyor(display, home, folder)) {
                openProducer(app, display);
                String window = display.run("xdotool", "getactivewindow");
                display.run("xdotool", "windowsize", "--sync", window, "960", "600");
                // With the frame, which the window manager adds.
                app.until(
                        "it is small, not " + app.ask("bounds"),
                        () -> Integer.parseInt(app.ask("bounds").split(" ")[2]) < 980);
                app.fire("producer-send");
                app.until("one is sent", () -> app.text("producer-sent").equals("= 1 sent"));
                stop(broker, display, "-STOP");
                try {
                    long stoppedAt = System.nanoTime();
                    app.fire("producer-send");
                    app.fire("producer-flush");
                    app.until("the flush gives up", () -> app.text("producer-flush-status")
                            .contains("not"));
                    looksWhole(app, display, "not-confirmed");
                    app.until("ten seconds are over", () -> System.nanoTime() - stoppedAt > 10_500_000_000L);
                } finally {
                    stop(broker, display, "-CONT");
                }
                app.until("it has arrived", () -> app.text("producer-acked").contains("2"));
                looksWhole(app, display, "five-digits");
            }
        }
    }

    private static void openProducer(RunningSurveyor app, RealDisplay display) {
        palette(app, display, "Connect to local");
        display.press("Return");
        app.until("connected", () -> app.text("context-health").startsWith("connected"));
        palette(app, display, "New producer");
        display.press("Return");
        app.until("its topic is asked for", () -> app.ask("first palette-list").contains("title=orders,"));
        display.press("Return");
        app.untilShown("producer-send");
    }

    private static void palette(RunningSurveyor app, RealDisplay display, String typed) {
        display.press("ctrl+k");
        app.untilFocus("palette-query");
        display.type(typed);
        app.until("it is typed", () -> app.text("palette-query").equals(typed));
    }

    private static void stop(TestBroker broker, RealDisplay display, String signal) {
        display.run("kill", signal, String.valueOf(broker.pid()));
    }

    private void looksWhole(RunningSurveyor app, RealDisplay display, String name) {
        app.restingPlace("producer-send");
        display.picture(folder.resolve(name + ".png"));
        assertThat(app.ask("fits")).as(name).isEmpty();
    }
}
