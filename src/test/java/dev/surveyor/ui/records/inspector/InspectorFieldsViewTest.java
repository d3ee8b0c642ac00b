package dev.surveyor.ui.records.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.UiWait;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What can be done with a field of a value or with a header: a filter, a column, a copy. */
@ExtendWith(ApplicationExtension.class)
class InspectorFieldsViewTest {

    @RegisterExtension
    final InspectorRig rig = new InspectorRig();

    @Test
    void a_field_makes_a_filter_a_column_and_copies(FxRobot robot) {
        rig.select(InspectorRig.order(2, "paid", "120.50"));
        robot.clickOn("status: ");
        choose(robot, "filter-for");
        choose(robot, "filter-out");
        choose(robot, "add-column");
        choose(robot, "copy-path");
        assertThat(rig.narrowed).containsExactly("value.status=\"paid\"", "!value.status=\"paid\"");
        assertThat(rig.columns).containsExactly("value.status");
        assertThat(rig.clipboards.text()).isEqualTo("value.status");
        robot.clickOn("items: ");
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(rig.clipboards.text()).startsWith("[\n  {\n    \"sku\": \"KB-104\"");
    }

    @Test
    void a_header_makes_a_filter_a_column_and_copies(FxRobot robot) {
        rig.select(InspectorRig.order(2, "paid", "120.50"));
        TableView<?> headers = robot.lookup("#inspector-headers").queryTableView();
        ContextMenu menu = headers.getContextMenu();
        robot.interact(() -> headers.getSelectionModel().select(1));
        fire(menu, "filter-for");
        fire(menu, "filter-out");
        fire(menu, "add-column");
        fire(menu, "copy-value");
        assertThat(rig.clipboards.text()).isEqualTo("checkout");
        robot.interact(() -> headers.getSelectionModel().select(2));
        fire(menu, "filter-for");
        assertThat(rig.narrowed)
                .containsExactly("header.source=\"checkout\"", "!header.source=\"checkout\"", "header.debug:null");
        assertThat(rig.columns).containsExactly("header.source");
    }

    private static void fire(ContextMenu menu, String item) {
        UiWait.runOnFx(() -> menu.getItems().stream()
                .filter(one -> ("inspector-field-" + item).equals(one.getId()))
                .forEach(MenuItem::fire));
    }

    @Test
    void the_text_knows_its_fields_too(FxRobot robot) {
        rig.select(InspectorRig.order(2, "paid", "120.50"));
        robot.clickOn("#inspector-format-text");
        UiWait.until("text", () -> rig.visible("#inspector-text"));
        TextArea area = robot.lookup("#inspector-text").queryAs(TextArea.class);
        assertThat(area.getText()).contains("\n  \"total\": 120.50,\n");
        UiWait.runOnFx(() -> area.positionCaret(area.getText().indexOf("120.50")));
        UiWait.runOnFx(() -> area.fireEvent(
                new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 400, 300, true, null)));
        UiWait.until("the menu", () -> menuShown("#inspector-text-menu"));
        robot.clickOn("#inspector-field-copy-path");
        assertThat(rig.clipboards.text()).isEqualTo("value.total");
        robot.clickOn("#inspector-pretty");
        UiWait.until("as it was sent", () -> area.getText().startsWith("{\"status\":\"paid\",\"total\":120.50"));
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

    private static boolean menuShown(String id) {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof javafx.scene.control.ContextMenu menu
                        && id.substring(1).equals(menu.getId()));
    }
}
