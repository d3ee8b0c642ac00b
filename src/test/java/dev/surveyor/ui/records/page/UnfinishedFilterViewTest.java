package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.filter.suggest.Suggestion;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the filter field says while a filter is being typed. */
@ExtendWith(ApplicationExtension.class)
class UnfinishedFilterViewTest {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void a_filter_that_only_lacks_its_end_is_not_called_wrong_and_offers_values(FxRobot robot) {
        type(robot, "value.status=");
        assertThat(verdict(robot).getText()).isEqualTo("col 14: goes on: a value after =");
        assertThat(verdict(robot).getPseudoClassStates()).doesNotContain(WRONG);
        assertThat(robot.lookup("#records-filter-error").query().isVisible()).isFalse();
        assertThat(suggestions(robot)).contains("\"paid\"");
        rig.picture("filter-unfinished");
    }

    @Test
    void a_filter_that_is_put_in_force_unfinished_is_wrong(FxRobot robot) {
        type(robot, "value.status=");
        robot.type(KeyCode.ENTER);
        UiWait.frames(2);
        assertThat(verdict(robot).getText()).isEqualTo("not valid");
        assertThat(robot.lookup("#records-filter-error").queryLabeled().getText())
                .isEqualTo("col 14: expected a value after =");
        robot.write("p");
        UiWait.frames(2);
        assertThat(verdict(robot).getText()).isEqualTo("Enter applies");
    }

    private void type(FxRobot robot, String filter) {
        rig.run(() -> rig.model.consume().start());
        rig.poll(Samples.picture());
        robot.clickOn("#records-filter").write(filter);
        UiWait.frames(2);
    }

    private static Label verdict(FxRobot robot) {
        return robot.lookup("#records-filter-matches").queryAs(Label.class);
    }

    private static List<String> suggestions(FxRobot robot) {
        ListView<Suggestion> completion =
                robot.lookup("#records-filter-completion").queryListView();
        UiWait.until("suggestions", completion::isVisible);
        return UiWait.onFx(
                () -> completion.getItems().stream().map(Suggestion::text).toList());
    }
}
