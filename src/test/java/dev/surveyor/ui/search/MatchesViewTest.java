package dev.surveyor.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.testing.UiWait;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What can be done with the matches of a search. */
@ExtendWith(ApplicationExtension.class)
class MatchesViewTest {

    private SearchRig rig;

    @Start
    void start(Stage stage) {
        rig = new SearchRig(stage);
    }

    @Test
    void a_match_opens_in_the_table_of_its_topic(FxRobot robot) {
        rig.ask("damaged");
        rig.half();
        rig.tick();
        TableView<ConsumedRecord> table =
                UiWait.onFx(() -> robot.lookup("#search-matches").query());
        UiWait.runOnFx(() -> {
            table.getSelectionModel().select(1);
            table.requestFocus();
        });
        robot.push(KeyCode.ENTER);
        robot.clickOn("#search-show");

        assertThat(rig.shown).hasSize(2).allMatch(place -> place.toString().startsWith("inventory["));
    }

    @Test
    void what_matched_is_told_for_each_match(FxRobot robot) {
        rig.ask("value.reason=\"damaged\" && value.qty>=100");
        rig.half();
        rig.tick();
        UiWait.until("the hits", () -> robot.lookup(".hit").queryAllAs(Labeled.class).stream()
                .anyMatch(hit -> hit.getText().equals("412")));
        assertThat(UiWait.onFx(() -> robot.lookup(".hit-place").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)))
                .contains("reason=", "qty=");
    }

    @Test
    void a_selected_match_is_inspected_copied_and_exported(FxRobot robot) {
        rig.ask("damaged");
        rig.half();
        rig.tick();
        TableView<ConsumedRecord> table =
                UiWait.onFx(() -> robot.lookup("#search-matches").query());
        UiWait.runOnFx(() -> {
            table.requestFocus();
            table.getSelectionModel().selectRange(0, 3);
        });
        assertThat(UiWait.onFx(() -> robot.lookup("#fake-inspector").query().isVisible()))
                .isTrue();
        assertThat(rig.text("#fake-inspector")).isEqualTo("inventory[2]@398040");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        robot.clickOn("#search-export");
        assertThat(rig.made.get(0).asked).containsExactly("values 3", "rows 3", "export 40 of damaged");
        UiWait.runOnFx(() -> rig.made.get(0).matches().narrow("key=x || key=y"));
        assertThat(robot.lookup("#search-filter")
                        .queryAs(javafx.scene.control.TextField.class)
                        .getText())
                .isEqualTo("damaged && (key=x || key=y)");
        robot.clickOn("#search-side-certificate");
        assertThat(UiWait.onFx(() -> robot.lookup("#search-certificate").query().isVisible()))
                .isTrue();
    }
}
