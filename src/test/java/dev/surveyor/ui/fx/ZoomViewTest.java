package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A window is shown larger as far as it has room, and its views are told how wide they are then. */
@ExtendWith(ApplicationExtension.class)
class ZoomViewTest {

    private final IntegerProperty percent = new SimpleIntegerProperty(Zoom.NORMAL);
    private Stage stage;
    private TextField field;
    private ObservableValue<Number> width;
    private Zoom zoom;

    @Start
    void start(Stage shown) {
        stage = shown;
        field = new TextField();
        field.setMaxSize(100, 30);
        width = Zoom.widthAround(field);
        zoom = new Zoom(percent);
        Stages.show(stage, new Scene(new StackPane(field), 1440, 900));
        field.requestFocus();
    }

    @AfterEach
    void end() {
        UiWait.runOnFx(zoom::close);
    }

    @Test
    void it_enlarges_what_is_there_and_keeps_the_focus() {
        step(2);
        assertThat(widthOnScreen()).isEqualTo(120);
        assertThat(UiWait.onFx(width::getValue)).isEqualTo(1200.0);
        assertThat(UiWait.onFx(field::isFocused)).isTrue();
        assertThat(lacking()).isZero();

        UiWait.runOnFx(zoom::reset);
        UiWait.frames(2);
        assertThat(widthOnScreen()).isEqualTo(100);
        assertThat(UiWait.onFx(width::getValue)).isEqualTo(1440.0);
    }

    @Test
    void it_leaves_the_room_that_the_window_needs_and_says_so() {
        step(9);
        assertThat(widthOnScreen()).isEqualTo(150);
        assertThat(lacking()).isEqualTo(40);

        step(-1);
        assertThat(widthOnScreen()).as("one step from what was seen").isEqualTo(140);
    }

    @Test
    void it_ends_at_its_limits() {
        step(50);
        assertThat(percent.get()).isEqualTo(Zoom.MOST);
        step(-50);
        assertThat(percent.get()).isEqualTo(Zoom.LEAST);
        assertThat(widthOnScreen()).isEqualTo(80);
    }

    @Test
    void menus_have_larger_letters() {
        step(5);
        ContextMenu menu = UiWait.onFx(() -> {
            ContextMenu made = new ContextMenu(new MenuItem("Copy"));
            made.show(stage);
            return made;
        });
        assertThat(UiWait.onFx(menu::getStyle)).isEqualTo("-fx-font-size: 18.0px;");
        UiWait.runOnFx(menu::hide);
    }

    private void step(int by) {
        UiWait.runOnFx(() -> zoom.step(by, stage));
        UiWait.frames(2);
    }

    private int lacking() {
        return UiWait.onFx(() -> zoom.lacking(stage));
    }

    private long widthOnScreen() {
        return UiWait.onFx(
                () -> Math.round(field.localToScene(field.getLayoutBounds()).getWidth()));
    }
}
