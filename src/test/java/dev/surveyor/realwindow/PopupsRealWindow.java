package dev.surveyor.realwindow;

import static dev.surveyor.realwindow.DialogRig.TABLE;
import static dev.surveyor.realwindow.DialogRig.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Opens what lies over a page again and again, as {@link DialogsRealWindow} does: the palette, menus, lists, and a record
 * in a window of its own.
 */
@Tag("real-window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopupsRealWindow {

    @AutoClose
    private final DialogRig dialogs = new DialogRig("popups");

    private final RealDisplay display = dialogs.display;
    private final RunningSurveyor app = dialogs.app;

    @Test
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
    void the_palette_and_the_name_of_a_new_group() {
        for (int i = 0; i < TIMES; i++) {
            app.focusOn(TABLE);
            app.palette("x");
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
}
