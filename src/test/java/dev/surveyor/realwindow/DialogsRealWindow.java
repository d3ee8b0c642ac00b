package dev.surveyor.realwindow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.store.JsonProfileStore;
import dev.surveyor.testing.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Opens each dialog again and again, types, and presses Enter and Esc: the program lives, the dialog did what it should,
 * and the focus came back. On Linux a window that closes while it handles a key ends the program, not always at the first
 * time.
 */
@Tag("real-window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DialogsRealWindow {

    private static final int TIMES = Integer.getInteger("real-window.times", 50);
    private static final int FEW = Math.min(5, TIMES);
    private static final String TABLE = "records-table";

    private final Path folder = RealWindowFolder.fresh("dialogs");
    private TestBroker broker;
    private RealDisplay display;
    private RunningSurveyor app;

    @BeforeAll
    void open() {
        RealDisplay.require();
        broker = TestBroker.start();
        broker.createTopic("orders", 1, Map.of());
        for (int i = 0; i < 20; i++) {
            broker.send("orders", null, ("{\"number\":" + i + "}").getBytes(UTF_8));
        }
        Path home = folder.resolve("home");
        new JsonProfileStore(home.resolve("settings"), name -> name.endsWith("password"), Clock.systemUTC())
                .save(List.of(
                        profile("local", Environment.DEVELOPMENT, broker.bootstrapServers(), Set.of()),
                        profile("production", Environment.PRODUCTION, broker.bootstrapServers(), Set.of()),
                        // Nobody listens on the port of discarded bytes, which belongs to the system.
                        profile("locked", Environment.STAGING, "127.0.0.1:9", Set.of("ssl.key.password"))));
        display = new RealDisplay(folder, 1_400, 900);
        app = new RunningSurveyor(display, home, folder);
        connect("local");
        app.until("the focus is in the page, not on " + app.ask("focus"), () -> !app.ask("focus")
                .equals("context-command"));
        goTo("orders");
        app.fire("records-begin-beginning");
        app.untilRows(TABLE, 20);
    }

    private static ConnectionProfile profile(
            String name, Environment environment, String servers, Set<String> secrets) {
        return new ConnectionProfile(
                name, name, environment, List.of(servers), "", SecuritySettings.NONE, Map.of(), secrets);
    }

    @AfterAll
    void close() {
        if (app != null) {
            app.close();
        }
        if (display != null) {
            display.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    // What a user does

    private void palette(String typed) {
        display.press("ctrl+k");
        app.untilFocus("palette-query");
        display.type(typed);
        app.until("it is typed", () -> app.text("palette-query").equals(typed));
    }

    private void connect(String profile) {
        palette("Connect to " + profile);
        display.press("Return");
        app.until("connected to " + profile, () -> app.text("context-health").startsWith("connected"));
    }

    private void goTo(String topic) {
        palette(topic);
        app.until("it is offered", () -> app.ask("first palette-list").contains("title=" + topic + ","));
        display.press("Return");
        app.untilGone("palette-query");
    }

    /** Returns at which place of the palette that topic of that connection is, below zero where it is not. */
    private int place(String topic, String connection) {
        List<String> entries = app.ask("items palette-list").lines().toList();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).contains("title=" + topic + ",")
                    && entries.get(i).contains(connection)) {
                return i;
            }
        }
        return -1;
    }

    /** Opens a dialog many times, types, and presses a key; the focus has to come back each time. */
    private void often(
            int times, String place, String opener, String marker, String typed, String key, Runnable after) {
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

    private void escape(String opener, String marker) {
        often(TIMES, TABLE, opener, marker, "", "Escape", () -> {});
    }

    // The dialogs

    @Test
    @Order(1)
    void a_time_to_start_at() {
        often(TIMES, TABLE, "records-start-time", "dialog-text", "-15m", "Escape", () -> {});
        often(TIMES, TABLE, "records-start-time", "dialog-text", "-15m", "Return", () -> assertThat(
                        app.text("records-start"))
                .startsWith("From "));
    }

    @Test
    @Order(1)
    void an_offset_to_start_at() {
        often(TIMES, TABLE, "records-start-offset", "dialog-text", "3", "Escape", () -> {});
        often(TIMES, TABLE, "records-start-offset", "dialog-text", "3", "Return", () -> assertThat(
                        app.text("records-start"))
                .isEqualTo("From offset 3"));
    }

    @Test
    @Order(1)
    void an_offset_that_is_none_stays_to_be_mended() {
        for (int i = 0; i < FEW; i++) {
            app.fire("records-start-offset");
            app.untilFocus("dialog-text");
            display.press("ctrl+a");
            display.type("ten");
            display.press("Return");
            app.until("it says why", () -> app.text("dialog-problem").startsWith("Not an offset"));
            display.press("Escape");
            app.untilGone("dialog-text");
        }
    }

    @Test
    @Order(1)
    void how_long_to_wait_for_a_record() {
        often(TIMES, TABLE, "records-read-wait-other", "dialog-text", "9 s", "Escape", () -> {});
        often(FEW, TABLE, "records-read-wait-other", "dialog-text", "100 ms", "Return", () -> {});
    }

    @Test
    @Order(1)
    void the_name_of_a_column() {
        often(TIMES, TABLE, "records-columns-add-name", "dialog-text", "value.number", "Escape", () -> {});
        often(TIMES, TABLE, "records-columns-add-name", "dialog-text", "value.number", "Return", () -> {});
    }

    @Test
    @Order(1)
    void the_name_of_a_filter() {
        app.focusOn("records-filter");
        display.type("number");
        display.press("Return");
        often(TIMES, TABLE, "records-filter-save", "dialog-text", "mine", "Escape", () -> {});
        often(
                TIMES,
                TABLE,
                "records-filter-save",
                "dialog-text",
                "mine",
                "Return",
                () -> app.untilShown("records-filter-button-0"));
        app.focusOn("records-filter");
        display.press("Escape");
    }

    @Test
    @Order(1)
    void the_dialogs_of_seek_and_export_and_import() {
        escape("records-seek", "seek-apply");
        for (int i = 0; i < TIMES; i++) {
            app.fire("records-seek");
            app.untilShown("seek-apply");
            display.press("Return");
            assertThat(app.shown("seek-apply")).isTrue();
            display.press("Escape");
            app.untilGone("seek-apply");
        }
        escape("transfer-export", "transfer-export-start");
        escape("transfer-import", "transfer-import-choose");
        often(TIMES, TABLE, "toolbar-settings", "settings-close", "", "Escape", () -> {});
        often(TIMES, TABLE, "toolbar-settings", "settings-close", "", "Return", () -> {});
        often(TIMES, TABLE, "toolbar-help", "keys-close", "", "Escape", () -> {});
        often(TIMES, TABLE, "toolbar-help", "keys-close", "", "Return", () -> {});
    }

    @Test
    @Order(1)
    void the_systems_own_dialog_of_a_file_comes_back_to_ours() {
        for (int i = 0; i < FEW; i++) {
            app.focusOn(TABLE);
            app.fire("transfer-export");
            app.untilShown("transfer-export-start");
            display.press("Return");
            app.until("the dialog of the system", () -> !display.run("xdotool", "search", "--name", "Export")
                    .isEmpty());
            display.press("Escape");
            app.until("it is gone", () -> display.run("xdotool", "search", "--name", "Export")
                    .isEmpty());
            display.press("Escape");
            app.untilGone("transfer-export-start");
            app.untilFocus(TABLE);
        }
    }

    @Test
    @Order(1)
    void what_cannot_be_taken_back() {
        often(TIMES, TABLE, "sandbox-reset", "dialog-confirm", "", "Escape", () -> {});
        // The focus is on Cancel: Enter alone never confirms.
        often(TIMES, TABLE, "sandbox-reset", "dialog-confirm", "", "Return", () -> {});
    }

    @Test
    @Order(1)
    void a_record_in_a_window_of_its_own() {
        display.press("Escape");
        app.focusOn(TABLE);
        display.press("Home");
        app.untilShown("inspector-pop-out");
        for (String key : List.of("Escape", "ctrl+w")) {
            for (int i = 0; i < TIMES; i++) {
                app.fire("inspector-pop-out");
                app.until("a second window", () -> app.ask("windows").contains("|"));
                app.until("it has the keys", () -> display.run("xdotool", "getactivewindow", "getwindowname")
                        .startsWith("orders["));
                display.press(key);
                app.until("one window", () -> !app.ask("windows").contains("|"));
                app.until("the main one has the keys", () -> display.run("xdotool", "getactivewindow", "getwindowname")
                        .equals("Surveyor"));
            }
        }
        assertThat(app.isAlive()).isTrue();
    }

    @Test
    @Order(1)
    void the_palette_and_the_name_of_a_new_group() {
        for (int i = 0; i < TIMES; i++) {
            app.focusOn(TABLE);
            palette("x");
            display.press("Escape");
            app.untilGone("palette-query");
            app.untilFocus(TABLE);
        }
        for (int i = 0; i < TIMES; i++) {
            app.focusOn(TABLE);
            newGroup();
            display.type("none");
            display.press("Escape");
            app.untilGone("dialog-text");
            app.untilFocus(TABLE);
        }
        for (int i = 0; i < TIMES; i++) {
            app.focusOn(TABLE);
            newGroup();
            display.type("mine");
            display.press("Return");
            app.until("its page", () -> app.text("group-id").equals("mine"));
            display.press("ctrl+w");
            app.untilShown(TABLE);
        }
        assertThat(app.isAlive()).isTrue();
    }

    private void newGroup() {
        app.fire("toolbar-groups");
        app.untilFocus("palette-query");
        app.until("new groups are offered", () -> app.ask("first palette-list").contains("New group"));
        display.press("Return");
        app.untilFocus("dialog-text");
    }

    @Test
    @Order(1)
    void a_menu_and_the_list_of_partitions() {
        for (int i = 0; i < TIMES; i++) {
            app.focusOn("records-mode");
            display.press("space");
            app.until("a menu", () -> app.ask("popups").equals("1"));
            display.press("Down", "Escape");
            app.until("no menu", () -> app.ask("popups").equals("0"));
            app.untilFocus("records-mode");
        }
        for (int i = 0; i < TIMES; i++) {
            app.focusOn("records-partitions");
            display.press("space");
            app.until("a list", () -> app.ask("popups").equals("1"));
            display.press("Escape");
            app.until("no list", () -> app.ask("popups").equals("0"));
            app.untilFocus("records-partitions");
        }
        assertThat(app.isAlive()).isTrue();
    }

    @Test
    @Order(2)
    void a_group_to_join() {
        app.untilRows(TABLE, 20);
        String opener = "records-mode-member";
        often(TIMES, TABLE, opener, "dialog-text", "readers", "Escape", () -> assertThat(app.text("records-mode"))
                .startsWith("Standalone"));
        for (int i = 0; i < TIMES; i++) {
            app.focusOn(TABLE);
            app.fire(opener);
            app.untilFocus("dialog-text");
            display.press("ctrl+a");
            display.type("readers");
            display.press("Return");
            app.untilGone("dialog-text");
            app.until("it is a member", () -> app.text("records-mode").startsWith("Member of readers"));
            app.untilFocus(TABLE);
            app.fire("records-mode-standalone");
            app.until("it is none", () -> app.text("records-mode").startsWith("Standalone"));
        }
        assertThat(app.isAlive()).isTrue();
    }

    @Test
    @Order(3)
    void a_question_before_records_go_to_production() {
        connect("production");
        app.until(
                "its topics",
                () -> app.ask("items sidebar-tree")
                                .lines()
                                .filter(row -> row.endsWith("children=[]]") && row.contains("name=orders"))
                                .count()
                        == 2);
        palette("orders");
        app.until("both topics are offered", () -> place("orders", "production") >= 0);
        for (int i = place("orders", "production"); i > 0; i--) {
            display.press("Down");
        }
        display.press("Return");
        app.untilGone("palette-query");
        palette("New producer");
        display.press("Return");
        app.untilShown("producer-send");
        app.until("the page has the focus", () -> app.ask("focus").startsWith("producer-"));
        String place = "producer-value";
        often(TIMES, place, "producer-send", "dialog-confirm", "", "Escape", () -> {});
        often(TIMES, place, "producer-send", "dialog-confirm", "", "Return", () -> {});
        assertThat(app.text("producer-sent")).isEqualTo("= 0 sent");
        for (int i = 1; i <= TIMES; i++) {
            int sent = i;
            app.fire("producer-send");
            app.untilShown("dialog-confirm");
            display.press("Tab", "Return");
            app.untilGone("dialog-confirm");
            app.until(sent + " are sent", () -> app.text("producer-sent").equals("= " + sent + " sent"));
        }
    }

    @Test
    @Order(4)
    void passwords_at_connect() {
        palette("Connections");
        display.press("Return");
        app.untilShown("connections-list");
        app.focusOn("connections-list");
        display.press("End");
        app.until("the locked one", () -> app.text("connection-name").equals("locked"));
        often(TIMES, "connections-list", "connection-connect", "dialog-secret-0", "secret", "Escape", () -> {});
        for (int i = 0; i < TIMES; i++) {
            app.focusOn("connections-list");
            app.fire("connection-connect");
            app.untilFocus("dialog-secret-0");
            display.type("secret");
            display.press("Return");
            app.untilGone("dialog-secret-0");
            app.until("it has failed", () -> app.text("connection-state").equals("not connected"));
        }
        assertThat(app.isAlive()).isTrue();
    }

    @Test
    @Order(4)
    void properties_to_import() {
        for (int i = 0; i < TIMES; i++) {
            app.focusOn("connections-list");
            app.fire("connections-import");
            app.untilFocus("import-text");
            display.type("bootstrap.servers=b1:9092");
            display.press("Escape");
            app.untilGone("import-text");
            app.untilFocus("connections-list");
        }
    }

    @Test
    @Order(5)
    void why_something_failed_and_whether_to_close() {
        palette("orders");
        display.press("Return");
        app.untilShown(TABLE);
        broker.kill();
        app.until("the outage", () -> app.shown("records-banner-details"));
        escape("records-banner-details", "dialog-copy");
        app.closeWindow();
        assertThat(Files.exists(folder.resolve("crash.log"))).isFalse();
    }
}
