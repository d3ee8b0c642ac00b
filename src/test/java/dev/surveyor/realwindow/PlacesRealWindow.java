package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.testing.TestBroker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window and its parts have under a window manager what was asked for, and have it again after a restart. */
@Tag("real-window")
class PlacesRealWindow {

    @AutoClose
    private final WindowRig window = new WindowRig("places", 1_600, 1_000);

    private final RealDisplay display = window.display();

    private static void has(RunningSurveyor app, String bounds) {
        app.until("the place " + bounds + ", not " + app.ask("bounds"), () -> app.ask("bounds")
                .equals(bounds));
    }

    private void move(int x, int y, int width, int height) {
        String active = display.run("xdotool", "getactivewindow");
        display.run("xdotool", "windowsize", "--sync", active, "" + width, "" + height);
        display.run("xdotool", "windowmove", "--sync", active, "" + x, "" + y);
    }

    private static String size(RunningSurveyor app) {
        String[] bounds = app.ask("bounds").split(" ");
        return bounds[2] + " " + bounds[3] + " " + bounds[4];
    }

    @Test
    void the_first_window_has_its_size_and_the_next_one_its_place() {
        try (RunningSurveyor app = window.start()) {
            app.until("1280 x 800, not " + size(app), () -> size(app).equals("1280 800 normal"));
            app.closeWindow();
        }
        String kept;
        try (RunningSurveyor app = window.start()) {
            app.until("the same size", () -> size(app).equals("1280 800 normal"));
            move(120, 90, 1_100, 700);
            app.until("it is smaller", () -> !size(app).equals("1280 800 normal"));
            kept = settled(app);
            app.closeWindow();
        }
        for (int i = 0; i < 3; i++) {
            try (RunningSurveyor app = window.start()) {
                has(app, kept);
                assertThat(settled(app)).isEqualTo(kept);
                app.closeWindow();
            }
        }
    }

    /** Waits until the place has been the same for a while, as the program does, and returns it. */
    private static String settled(RunningSurveyor app) {
        String[] last = {""};
        int[] same = {0};
        app.until("it stays where it is", () -> {
            String now = app.ask("bounds");
            same[0] = now.equals(last[0]) ? same[0] + 1 : 0;
            last[0] = now;
            return same[0] > 50;
        });
        return last[0];
    }

    @Test
    void a_maximised_window_comes_back_maximised_and_has_a_place_to_go_back_to() {
        String normal;
        try (RunningSurveyor app = window.start()) {
            app.until("1280 x 800", () -> size(app).equals("1280 800 normal"));
            normal = settled(app);
            display.run("wmctrl", "-r", ":ACTIVE:", "-b", "add,maximized_vert,maximized_horz");
            app.until("maximised", () -> size(app).endsWith("maximized"));
            settled(app);
            app.closeWindow();
        }
        try (RunningSurveyor app = window.start()) {
            app.until("maximised", () -> size(app).equals("1600 1000 maximized"));
            settled(app);
            display.run("wmctrl", "-r", ":ACTIVE:", "-b", "remove,maximized_vert,maximized_horz");
            has(app, normal);
            app.closeWindow();
        }
    }

    @Test
    void sidebar_panel_and_inspector_keep_their_sizes() {
        TestBroker broker = window.startBroker();
        broker.createTopic("orders", 1, Map.of());
        window.save(List.of(WindowRig.local(broker)));
        long[] before;
        try (RunningSurveyor app = window.start()) {
            openOrders(app);
            drag(app, "window-sidebar-edge", 80, 0);
            drag(app, "window-inspector-edge", -100, 0);
            display.press("ctrl+j");
            app.untilShown("window-bottom-edge");
            drag(app, "window-bottom-edge", 0, -150);
            before = edges(app);
            app.closeWindow();
        }
        try (RunningSurveyor app = window.start()) {
            openOrders(app);
            display.press("ctrl+j");
            app.untilShown("window-bottom-edge");
            app.until("the edges are where they were", () -> List.of(edge(edges(app)))
                    .equals(List.of(edge(before))));
            app.closeWindow();
        }
    }

    private static String edge(long[] edges) {
        return edges[0] + " " + edges[1] + " " + edges[2];
    }

    private static long[] edges(RunningSurveyor app) {
        return new long[] {
            app.place("window-sidebar-edge")[0],
            app.place("window-inspector-edge")[0],
            app.place("window-bottom-edge")[1]
        };
    }

    private static void openOrders(RunningSurveyor app) {
        app.until("1280 x 800", () -> size(app).equals("1280 800 normal"));
        app.connect("local");
        app.choose("orders");
        app.untilShown("records-inspector");
    }

    private void drag(RunningSurveyor app, String id, int byX, int byY) {
        long[] at = app.restingPlace(id);
        long x = at[0] + at[2] / 2;
        long y = at[1] + at[3] / 2;
        display.drag(x, y, x + byX, y + byY);
        app.until(id + " has moved", () -> {
            long[] now = app.place(id);
            return Math.abs(now[0] - at[0] - byX) <= 3 && Math.abs(now[1] - at[1] - byY) <= 3;
        });
    }
}
