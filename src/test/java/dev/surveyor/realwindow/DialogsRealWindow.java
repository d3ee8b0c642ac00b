package dev.surveyor.realwindow;

import static dev.surveyor.realwindow.DialogRig.FEW;
import static dev.surveyor.realwindow.DialogRig.TABLE;
import static dev.surveyor.realwindow.DialogRig.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Opens each dialog of a table again and again, types, and presses Enter and Esc: the program lives, the dialog did what
 * it should, and the focus came back. On Linux a window that closes while it handles a key ends the program, not always at
 * the first time.
 */
@Tag("real-window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DialogsRealWindow {

    @AutoClose
    private final DialogRig dialogs = new DialogRig("dialogs");

    private final RealDisplay display = dialogs.display;
    private final RunningSurveyor app = dialogs.app;

    @Test
    @Order(1)
    void a_time_to_start_at() {
        dialogs.often(TIMES, "records-start-time", "dialog-text", "-15m", "Escape", () -> {});
        dialogs.often(TIMES, "records-start-time", "dialog-text", "-15m", "Return", () -> assertThat(
                        app.text("records-start"))
                .startsWith("From "));
    }

    @Test
    @Order(1)
    void an_offset_to_start_at() {
        dialogs.often(TIMES, "records-start-offset", "dialog-text", "3", "Escape", () -> {});
        dialogs.often(
                TIMES, "records-start-offset", "dialog-text", "3", "Return", () -> assertThat(app.text("records-start"))
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
        dialogs.often(TIMES, "records-read-wait-other", "dialog-text", "9 s", "Escape", () -> {});
        dialogs.often(FEW, "records-read-wait-other", "dialog-text", "100 ms", "Return", () -> {});
    }

    @Test
    @Order(1)
    void the_name_of_a_column() {
        dialogs.often(TIMES, "records-columns-add-name", "dialog-text", "value.number", "Escape", () -> {});
        dialogs.often(TIMES, "records-columns-add-name", "dialog-text", "value.number", "Return", () -> {});
    }

    @Test
    @Order(1)
    void the_name_of_a_filter() {
        app.focusOn("records-filter");
        display.type("number");
        display.press("Return");
        dialogs.often(TIMES, "records-filter-save", "dialog-text", "mine", "Escape", () -> {});
        dialogs.often(
                TIMES,
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
        dialogs.escape("records-seek", "seek-apply");
        for (int i = 0; i < TIMES; i++) {
            app.fire("records-seek");
            app.untilShown("seek-apply");
            display.press("Return");
            assertThat(app.shown("seek-apply")).isTrue();
            display.press("Escape");
            app.untilGone("seek-apply");
        }
        dialogs.escape("transfer-export", "transfer-export-start");
        dialogs.escape("transfer-import", "transfer-import-choose");
        dialogs.often(TIMES, "toolbar-settings", "settings-close", "", "Escape", () -> {});
        dialogs.often(TIMES, "toolbar-settings", "settings-close", "", "Return", () -> {});
        dialogs.often(TIMES, "toolbar-help", "keys-close", "", "Escape", () -> {});
        dialogs.often(TIMES, "toolbar-help", "keys-close", "", "Return", () -> {});
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
        dialogs.often(TIMES, "sandbox-reset", "dialog-confirm", "", "Escape", () -> {});
        // The focus is on Cancel: Enter alone never confirms.
        dialogs.often(TIMES, "sandbox-reset", "dialog-confirm", "", "Return", () -> {});
    }

    @Test
    @Order(2)
    void a_group_to_join() {
        app.untilRows(TABLE, 20);
        String opener = "records-mode-member";
        dialogs.often(TIMES, opener, "dialog-text", "readers", "Escape", () -> assertThat(app.text("records-mode"))
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
    void why_something_failed_and_whether_to_close() {
        app.palette("orders");
        display.press("Return");
        app.untilShown(TABLE);
        dialogs.broker.kill();
        app.until("the outage", () -> app.shown("records-banner-details"));
        dialogs.escape("records-banner-details", "dialog-copy");
        app.closeWindow();
        assertThat(dialogs.hasCrashed()).isFalse();
    }
}
