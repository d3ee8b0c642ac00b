package dev.surveyor.realwindow;

import static dev.surveyor.realwindow.DialogRig.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Opens the questions that come with a connection again and again, as {@link DialogsRealWindow} does: before records go to
 * production, for passwords, and what to import.
 */
@Tag("real-window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConnectionDialogsRealWindow {

    @AutoClose
    private final DialogRig dialogs = new DialogRig("connection-dialogs");

    private final RealDisplay display = dialogs.display;
    private final RunningSurveyor app = dialogs.app;

    @Test
    @Order(1)
    void a_question_before_records_go_to_production() {
        app.connect("production");
        app.until(
                "its topics",
                () -> app.ask("items sidebar-tree")
                                .lines()
                                .filter(row -> row.endsWith("children=[]]") && row.contains("name=orders"))
                                .count()
                        == 2);
        app.palette("orders");
        app.until("both topics are offered", () -> place("orders", "production") >= 0);
        for (int i = place("orders", "production"); i > 0; i--) {
            display.press("Down");
        }
        display.press("Return");
        app.untilGone("palette-query");
        app.palette("New producer");
        display.press("Return");
        app.untilShown("producer-send");
        app.until("the page has the focus", () -> app.ask("focus").startsWith("producer-"));
        String place = "producer-value";
        dialogs.often(TIMES, place, "producer-send", "dialog-confirm", "", "Escape", () -> {});
        dialogs.often(TIMES, place, "producer-send", "dialog-confirm", "", "Return", () -> {});
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

    @Test
    @Order(2)
    void passwords_at_connect() {
        openConnections();
        app.focusOn("connections-list");
        display.press("End");
        app.until("the locked one", () -> app.text("connection-name").equals("locked"));
        dialogs.often(TIMES, "connections-list", "connection-connect", "dialog-secret-0", "secret", "Escape", () -> {});
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

    private void openConnections() {
        app.palette("Connections");
        display.press("Return");
        app.untilShown("connections-list");
    }

    @Test
    @Order(2)
    void properties_to_import() {
        openConnections();
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
}
