package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** F6 goes round the regions, past those with nothing to act on, and begins where a page says. */
@ExtendWith(ApplicationExtension.class)
class RegionCycleViewTest {

    private Scene scene;
    private Button bar;
    private TextField table;
    private RegionCycle cycle;

    @Start
    void start(Stage stage) {
        bar = new Button("bar");
        table = new TextField();
        HBox first = new HBox(bar);
        HBox words = new HBox(new Label("nothing to act on"));
        HBox page = new HBox(new Button("before the table"), table);
        scene = new Scene(new HBox(first, words, page), 400, 200);
        cycle = new RegionCycle(() -> List.of(
                new RegionCycle.Place(first, null),
                new RegionCycle.Place(words, null),
                new RegionCycle.Place(page, table::requestFocus)));
        Stages.show(stage, scene);
    }

    @Test
    void it_goes_round_and_back() {
        UiWait.runOnFx(bar::requestFocus);
        move(1);
        assertThat(scene.getFocusOwner()).isEqualTo(table);
        move(1);
        assertThat(scene.getFocusOwner()).isEqualTo(bar);
        move(-1);
        assertThat(scene.getFocusOwner()).isEqualTo(table);
    }

    private void move(int by) {
        UiWait.runOnFx(() -> cycle.move(scene.getFocusOwner(), by));
    }
}
