package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.testing.TestBroker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In the smallest window a broker that stands still for a while pushes nothing off the page of a producer. */
@Tag("real-window")
class ProducerRealWindow {

    @AutoClose
    private final WindowRig window = new WindowRig("producer", 1_280, 800);

    private final RealDisplay display = window.display();

    @Test
    void a_flush_that_is_not_confirmed_in_time_and_latencies_of_five_digits_leave_all_in_its_place() {
        TestBroker broker = window.startBroker();
        broker.createTopic("orders", 1, Map.of());
        RunningSurveyor app = window.start(List.of(WindowRig.local(broker)));
        openProducer(app);
        String active = display.run("xdotool", "getactivewindow");
        display.run("xdotool", "windowsize", "--sync", active, "960", "600");
        // With the frame, which the window manager adds.
        app.until(
                "it is small, not " + app.ask("bounds"),
                () -> Integer.parseInt(app.ask("bounds").split(" ")[2]) < 980);
        app.fire("producer-send");
        app.until("one is sent", () -> app.text("producer-sent").equals("= 1 sent"));
        signal(broker, "-STOP");
        try {
            long stoppedAt = System.nanoTime();
            app.fire("producer-send");
            app.fire("producer-flush");
            app.until("the flush gives up", () -> app.text("producer-flush-status")
                    .contains("not"));
            looksWhole(app, "not-confirmed");
            app.until("ten seconds are over", () -> System.nanoTime() - stoppedAt > 10_500_000_000L);
        } finally {
            signal(broker, "-CONT");
        }
        app.until("it has arrived", () -> app.text("producer-acked").contains("2"));
        looksWhole(app, "five-digits");
    }

    private void openProducer(RunningSurveyor app) {
        app.connect("local");
        app.palette("New producer");
        display.press("Return");
        app.until("its topic is asked for", () -> app.ask("first palette-list").contains("title=orders,"));
        display.press("Return");
        app.untilShown("producer-send");
    }

    private void signal(TestBroker broker, String signal) {
        display.run("kill", signal, String.valueOf(broker.pid()));
    }

    private static void looksWhole(RunningSurveyor app, String name) {
        app.restingPlace("producer-send");
        app.picture(name);
        assertThat(app.ask("fits")).as(name).isEmpty();
    }
}
