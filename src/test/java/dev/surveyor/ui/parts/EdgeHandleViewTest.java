package dev.surveyor.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.parts.EdgeHandle.Side;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A line that is dragged makes its region larger, within what the others need. */
@ExtendWith(ApplicationExtension.class)
class EdgeHandleViewTest {

    private static final double REST = 100;

    private final FakeSettings settings = new FakeSettings();
    private Region left;
    private Region below;
    private EdgeHandle vertical;
    private EdgeHandle flat;

    @Start
    void start(Stage stage) {
        left = new Region();
        below = new Region();
        vertical = edge("left", left, Side.LEFT);
        flat = edge("below", below, Side.BELOW);
        follow();
        Region page = new Region();
        HBox.setHgrow(page, Priority.ALWAYS);
        HBox row = new HBox(left, vertical, page);
        VBox.setVgrow(row, Priority.ALWAYS);
        Stages.show(stage, new Scene(new VBox(row, flat, below), 600, 400));
    }

    private EdgeHandle edge(String name, Region sized, Side side) {
        return new EdgeHandle(name + "-edge", name, sized, side, 60, REST).remember(settings, "t." + name);
    }

    /** Gives each region its chosen size, 150 where there is none. */
    private void follow() {
        vertical.sizeProperty().subscribe(size -> left.setPrefWidth(orUsual(size)));
        flat.sizeProperty().subscribe(size -> below.setPrefHeight(orUsual(size)));
    }

    private static double orUsual(Number size) {
        return Double.isNaN(size.doubleValue()) ? 150 : size.doubleValue();
    }

    @Test
    void it_is_dragged_in_both_directions(FxRobot robot) {
        robot.drag(vertical, MouseButton.PRIMARY).moveBy(40, 0).drop();
        robot.drag(flat, MouseButton.PRIMARY).moveBy(0, -50).drop();
        UiWait.frames(2);
        assertThat(left.getWidth()).isEqualTo(190);
        assertThat(below.getHeight()).isEqualTo(200);
    }

    @Test
    void arrow_keys_move_it_and_a_double_click_gives_the_usual_size_again(FxRobot robot) {
        UiWait.runOnFx(flat::requestFocus);
        robot.type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.DOWN).type(KeyCode.LEFT);
        UiWait.frames(2);
        assertThat(below.getHeight()).isEqualTo(166);
        robot.doubleClickOn(flat);
        UiWait.frames(2);
        assertThat(below.getHeight()).isEqualTo(150);
        assertThat(settings.get("t.below")).isEmpty();
    }

    @Test
    void neither_side_becomes_less_than_it_needs(FxRobot robot) {
        robot.drag(vertical, MouseButton.PRIMARY).moveBy(-300, 0).drop();
        UiWait.frames(2);
        assertThat(left.getWidth()).isEqualTo(60);
        robot.drag(flat, MouseButton.PRIMARY).moveBy(0, -390).drop();
        UiWait.frames(2);
        assertThat(below.getHeight()).isEqualTo(400 - REST);
    }

    @Test
    void the_size_is_there_again_the_next_time(FxRobot robot) {
        robot.drag(vertical, MouseButton.PRIMARY).moveBy(40, 0).drop();
        settings.put("t.below", "no number");
        assertThat(UiWait.onFx(
                        () -> edge("left", left, Side.LEFT).sizeProperty().get()))
                .isEqualTo(190);
        assertThat(UiWait.onFx(
                        () -> edge("below", below, Side.BELOW).sizeProperty().get()))
                .isNaN();
    }
}
