package dev.surveyor.realwindow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.testing.TestBroker;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of a topic whose 20 records are read, on which dialogs are opened again and again. */
final class DialogRig implements AutoCloseable {

    static final int TIMES = Integer.getInteger("real-window.times", 50);
    static final int FEW = Math.min(5, TIMES);
    static final String TABLE = "records-table";

    private final WindowRig window;
    final RealDisplay display;
    final TestBroker broker;
    final RunningSurveyor app;

    /** Opens the page, of one connection of three: in production, and one that asks for a password, are the others. */
    DialogRig(String name) {
        window = new WindowRig(name, 1_400, 900);
        try {
            display = window.display();
            broker = window.startBroker();
            broker.createTopic("orders", 1, Map.of());
            for (int i = 0; i < 20; i++) {
                broker.send("orders", null, ("{\"number\":" + i + "}").getBytes(UTF_8));
            }
            app = window.start(List.of(
                    WindowRig.local(broker),
                    WindowRig.profile("production", Environment.PRODUCTION, broker.bootstrapServers()),
                    // Nobody listens on the port of discarded bytes, which belongs to the system.
                    WindowRig.profile(
                            "locked", Environment.STAGING, "127.0.0.1:9", Map.of(), Set.of("ssl.key.password"))));
            app.connect("local");
            app.until("the focus is in the page, not on " + app.ask("focus"), () -> !app.ask("focus")
                    .equals("context-command"));
            app.choose("orders");
            app.fire("records-begin-beginning");
            app.untilRows(TABLE, 20);
        } catch (RuntimeException | Error inVain) {
            close();
            throw inVain;
        }
    }

    /** Opens a dialog many times, types, and presses a key; the focus has to come back each time. */
    void often(int times, String place, String opener, String marker, String typed, String key, Runnable after) {
        for (int i = 0; i < times; i++) {
            app.focusOn(place);
            app.fire(opener);
            app.untilShown(marker);
            if (!typed.isEmpty()) {
                app.untilFocus(marker);
                display.press("ctrl+a");
                display.type(typed);
            }
            display.press(key);
            app.untilGone(marker);
            after.run();
            app.untilFocus(place);
        }
        assertThat(app.isAlive()).isTrue();
        assertThat(app.ask("windows")).doesNotContain("|");
    }

    /** The same from the table. */
    void often(int times, String opener, String marker, String typed, String key, Runnable after) {
        often(times, TABLE, opener, marker, typed, key, after);
    }

    void escape(String opener, String marker) {
        often(TIMES, opener, marker, "", "Escape", () -> {});
    }

    /** Whether the JVM has written the report of a crash. */
    boolean hasCrashed() {
        return Files.exists(window.folder().resolve("crash.log"));
    }

    @Override
    public void close() {
        window.close();
    }
}
