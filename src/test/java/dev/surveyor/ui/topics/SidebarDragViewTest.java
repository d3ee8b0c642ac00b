package dev.surveyor.ui.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Dragging rows of the sidebar. */
@ExtendWith(ApplicationExtension.class)
class SidebarDragViewTest {

    private final TreeView<SidebarNode> tree = new TreeView<>();
    private final TextField field = new TextField("topic=");

    @Start
    void start(Stage stage) {
        TreeItem<SidebarNode> root = item(new SidebarRow.Section("sandbox", SidebarRow.Kind.TOPICS, "1"), "Topics");
        root.getChildren().add(item(new SidebarRow.Topic("sandbox", "orders", 6, false), "orders"));
        root.setExpanded(true);
        tree.setRoot(root);
        tree.setCellFactory(owner -> new SidebarCell(profile -> {}));
        DropTarget.on(field, DropTarget.text(field));
        Stages.show(stage, new Scene(new VBox(field, tree), 300, 400));
        field.end();
    }

    @Test
    void a_topic_gives_its_name_to_a_field(FxRobot robot) {
        drag(robot, "orders");
        assertThat(text()).isEqualTo("topic=orders");
    }

    @Test
    void a_heading_cannot_be_dragged(FxRobot robot) {
        drag(robot, "Topics");
        assertThat(text()).isEqualTo("topic=");
    }

    private void drag(FxRobot robot, String words) {
        robot.moveTo(words).press(MouseButton.PRIMARY).moveBy(20, 5).moveTo(field);
        robot.release(MouseButton.PRIMARY);
        UiWait.frames(2);
    }

    private String text() {
        return UiWait.onFx(() -> field.getText());
    }

    private static TreeItem<SidebarNode> item(SidebarRow row, String key) {
        return new TreeItem<>(SidebarNode.leaf(key, row));
    }
}
