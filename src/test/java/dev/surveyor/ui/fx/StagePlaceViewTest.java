package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.UiWait;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The place of a window, with the test in the part of the window manager. */
@ExtendWith(ApplicationExtension.class)
class StagePlaceViewTest {

    private Stage stage;
    private StagePlace place;

    @Start
    void start(Stage unused) {
        stage = new Stage();
        place = new StagePlace(stage, null, 800, 600, false);
    }

    private void open(@Nullable Rectangle2D kept, boolean maximized) {
        UiWait.runOnFx(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new StackPane()));
            stage.setMinWidth(400);
            stage.setMinHeight(300);
            place = new StagePlace(stage, kept, 800, 600, maximized);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(stage::hide);
    }

    private void windowManager(double x, double y, double width, double height) {
        UiWait.runOnFx(() -> {
            stage.setX(x);
            stage.setY(y);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private Rectangle2D bounds() {
        return UiWait.onFx(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    private void hasComeTo(Rectangle2D wanted) {
        UiWait.until(
                "the place " + wanted,
                () -> bounds().equals(wanted) && place.normal().equals(wanted));
    }

    @Test
    void a_window_that_falls_to_its_least_while_it_opens_gets_its_own_again() {
        Rectangle2D kept = new Rectangle2D(50, 20, 700, 500);
        open(kept, false);
        windowManager(0, 0, 400, 300);
        hasComeTo(kept);
        windowManager(50, 20, 400, 300);
        hasComeTo(kept);
    }

    @Test
    void after_its_end_the_stage_is_left_to_others() {
        open(new Rectangle2D(50, 20, 700, 500), false);
        UiWait.until("it has settled", place::placed);
        UiWait.runOnFx(place::close);
        StagePlace first = place;
        UiWait.runOnFx(() -> {
            stage.hide();
            place = new StagePlace(stage, new Rectangle2D(0, 0, 400, 300), 800, 600, false);
            stage.show();
        });
        UiWait.until("it has settled again", place::placed);
        hasComeTo(new Rectangle2D(0, 0, 400, 300));
        assertThat(first.normal()).isEqualTo(new Rectangle2D(50, 20, 700, 500));
    }

    @Test
    void what_the_user_makes_of_it_is_known() {
        open(null, false);
        UiWait.until("it has settled", place::placed);
        windowManager(30, 40, 640, 480);
        hasComeTo(new Rectangle2D(30, 40, 640, 480));
    }

    @Test
    void a_place_off_every_screen_is_not_used() {
        open(new Rectangle2D(90_000, 20, 700, 500), false);
        assertThat(place.normal().getMinX()).isBetween(0.0, 5_000.0);
        assertThat(place.normal().getWidth()).isEqualTo(700);
    }

    @Test
    void a_maximised_window_still_knows_where_it_was() {
        Rectangle2D kept = new Rectangle2D(50, 20, 700, 500);
        open(kept, true);
        windowManager(0, 0, 1_600, 1_000);
        assertThat(UiWait.onFx(stage::isMaximized)).isTrue();
        assertThat(UiWait.onFx(place::normal)).isEqualTo(kept);
        UiWait.runOnFx(() -> stage.setMaximized(false));
        hasComeTo(kept);
    }
}
