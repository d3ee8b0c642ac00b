package dev.surveyor.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A page stays within its place, and what has no room can be reached. */
@ExtendWith(ApplicationExtension.class)
class PageHostViewTest {

    private PageHost host;
    private Region rows;
    private Button first;
    private Button last;

    @Start
    void start(Stage stage) {
        host = new PageHost();
        rows = new Region();
        first = new Button("first");
        last = new Button("last");
        Region wide = new Region();
        wide.setMinSize(900, 20);
        VBox.setVgrow(rows, Priority.ALWAYS);
        host.show(new VBox(first, wide, rows, last));
        Stages.show(stage, new Scene(host, 400, 300));
    }

    private ScrollBar bar() {
        return (ScrollBar) host.lookup(".scroll-bar");
    }

    private double top(Node node) {
        UiWait.frames(2);
        return UiWait.onFx(() -> host.sceneToLocal(node.localToScene(0, 0)).getY());
    }

    @Test
    void a_wide_line_does_not_make_the_page_wider() {
        assertThat(host.page().getWidth()).isEqualTo(400);
        assertThat(bar().isVisible()).isFalse();
        assertThat(top(last) + last.getHeight()).isEqualTo(300);
    }

    @Test
    void a_page_that_needs_more_height_is_scrolled(FxRobot robot) {
        UiWait.runOnFx(() -> rows.setMinHeight(500));
        UiWait.frames(2);
        assertThat(bar().isVisible()).isTrue();
        assertThat(host.page().getWidth()).isLessThan(400);
        robot.moveTo(rows);
        Gestures.wheelDown(robot, 40);
        assertThat(top(last) + last.getHeight()).isEqualTo(300);
        Gestures.wheelUp(robot, 40);
        assertThat(top(first)).isEqualTo(0);
    }

    @Test
    void what_gets_the_focus_comes_into_sight() {
        UiWait.runOnFx(() -> rows.setMinHeight(500));
        UiWait.frames(2);
        UiWait.runOnFx(last::requestFocus);
        assertThat(top(last) + last.getHeight()).isEqualTo(300);
        UiWait.runOnFx(first::requestFocus);
        assertThat(top(first)).isEqualTo(0);
        UiWait.runOnFx(() -> rows.setMinHeight(0));
        assertThat(top(first)).isEqualTo(0);
        assertThat(bar().isVisible()).isFalse();
    }
}
