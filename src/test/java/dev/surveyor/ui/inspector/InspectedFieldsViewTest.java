package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.inspect.JsonRow;
import dev.surveyor.ui.testing.UiWait;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the inspector does with a field, a header or a text that is found in a record. */
@ExtendWith(ApplicationExtension.class)
class InspectedFieldsViewTest {

    private InspectedOrders window;

    @Start
    void start(Stage shown) {
        window = new InspectedOrders(shown);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void a_field_makes_a_filter_a_column_and_copies(FxRobot robot) {
        window.select(InspectedOrders.order(2, "paid", "120.50"));
        robot.clickOn("status: ");
        choose(robot, "filter-for");
        choose(robot, "filter-out");
        choose(robot, "add-column");
        choose(robot, "copy-path");
        assertThat(window.narrowed).containsExactly("value.status=\"paid\"", "!value.status=\"paid\"");
        assertThat(window.columns).containsExactly("value.status");
        assertThat(window.clipboards.text()).isEqualTo("value.status");
        robot.clickOn("items: ");
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(window.clipboards.text()).startsWith("[\n  {\n    \"sku\": \"KB-104\"");
    }

    @Test
    void a_header_makes_a_filter_a_column_and_copies(FxRobot robot) {
        window.select(InspectedOrders.order(2, "paid", "120.50"));
        TableView<?> headers = robot.lookup("#inspector-headers").queryTableView();
        ContextMenu menu = headers.getContextMenu();
        robot.interact(() -> headers.getSelectionModel().select(1));
        fire(menu, "filter-for");
        fire(menu, "filter-out");
        fire(menu, "add-column");
        fire(menu, "copy-value");
        assertThat(window.clipboards.text()).isEqualTo("checkout");
        robot.interact(() -> headers.getSelectionModel().select(2));
        fire(menu, "filter-for");
        assertThat(window.narrowed)
                .containsExactly("header.source=\"checkout\"", "!header.source=\"checkout\"", "header.debug:null");
        assertThat(window.columns).containsExactly("header.source");
    }

    @Test
    void the_text_knows_its_fields_too(FxRobot robot) {
        window.select(InspectedOrders.order(2, "paid", "120.50"));
        robot.clickOn("#inspector-format-text");
        UiWait.until("text", () -> window.visible("#inspector-text"));
        TextArea area = robot.lookup("#inspector-text").queryAs(TextArea.class);
        assertThat(area.getText()).contains("\n  \"total\": 120.50,\n");
        UiWait.runOnFx(() -> area.positionCaret(area.getText().indexOf("120.50")));
        UiWait.runOnFx(() -> area.fireEvent(
                new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 400, 300, true, null)));
        UiWait.until("the menu", () -> menuShown("#inspector-text-menu"));
        robot.clickOn("#inspector-field-copy-path");
        assertThat(window.clipboards.text()).isEqualTo("value.total");
        robot.clickOn("#inspector-pretty");
        UiWait.until("as it was sent", () -> area.getText().startsWith("{\"status\":\"paid\",\"total\":120.50"));
    }

    @Test
    void the_search_counts_and_goes_from_place_to_place(FxRobot robot) {
        window.select(InspectedOrders.order(2, "paid", "120.50"));
        robot.clickOn("status: ");
        InspectedOrders.find(robot, "QTY");
        UiWait.until("counted", () -> window.text("#inspector-find-count").equals("1 of 2"));
        robot.press(KeyCode.F3).release(KeyCode.F3);
        assertThat(window.text("#inspector-find-count")).isEqualTo("2 of 2");
        assertThat(path(robot)).isEqualTo("items[1].qty");
        robot.press(KeyCode.SHIFT, KeyCode.F3).release(KeyCode.F3, KeyCode.SHIFT);
        assertThat(path(robot)).isEqualTo("items[0].qty");
        robot.clickOn("#inspector-format-hex");
        UiWait.until("bytes too", () -> window.text("#inspector-find-count").equals("1 of 2"));
        robot.clickOn("#inspector-find-text").eraseText(3).write("7B22737461");
        UiWait.until("hexadecimal digits too", () -> window.text("#inspector-find-count")
                .equals("1 of 1"));
        robot.type(KeyCode.ESCAPE);
        assertThat(window.visible("#inspector-find")).isFalse();
    }

    private static void fire(ContextMenu menu, String item) {
        UiWait.runOnFx(() -> menu.getItems().stream()
                .filter(one -> ("inspector-field-" + item).equals(one.getId()))
                .forEach(MenuItem::fire));
    }

    private static void choose(FxRobot robot, String id) {
        UiWait.runOnFx(() -> {
            TreeView<?> tree = robot.lookup("#inspector-tree").queryAs(TreeView.class);
            tree.getContextMenu().show(tree, 100, 100);
            MenuItem item = tree.getContextMenu().getItems().stream()
                    .filter(one -> ("inspector-field-" + id).equals(one.getId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.isDisable()).isFalse();
            item.fire();
            tree.getContextMenu().hide();
        });
    }

    private static String path(FxRobot robot) {
        return UiWait.onFx(() -> {
            TreeView<?> tree = robot.lookup("#inspector-tree").queryAs(TreeView.class);
            return ((JsonRow) tree.getSelectionModel().getSelectedItem().getValue())
                    .item()
                    .path();
        });
    }

    private static boolean menuShown(String id) {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof javafx.scene.control.ContextMenu menu
                        && id.substring(1).equals(menu.getId()));
    }
}
