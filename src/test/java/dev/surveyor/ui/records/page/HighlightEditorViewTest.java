package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.highlight.HighlightColour;
import dev.surveyor.ui.records.highlight.HighlightRule;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The keys of the editor of highlight rules. */
@ExtendWith(ApplicationExtension.class)
class HighlightEditorViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void alt_and_an_arrow_move_a_rule_and_the_focus_goes_with_it(FxRobot robot) {
        edit("p:0", "p:1", "p:2");
        robot.clickOn("#highlight-filter-2");
        alt(robot, KeyCode.UP);
        assertThat(filters()).containsExactly("p:0", "p:2", "p:1");
        assertThat(focused(robot, "#highlight-filter-1")).isTrue();

        alt(robot, KeyCode.UP);
        alt(robot, KeyCode.UP);
        assertThat(filters()).containsExactly("p:2", "p:0", "p:1");
        assertThat(focused(robot, "#highlight-filter-0")).isTrue();

        alt(robot, KeyCode.DOWN);
        alt(robot, KeyCode.DOWN);
        alt(robot, KeyCode.DOWN);
        assertThat(filters()).containsExactly("p:0", "p:1", "p:2");
        assertThat(focused(robot, "#highlight-filter-2")).isTrue();
    }

    @Test
    void a_rule_that_is_moved_while_it_is_typed_takes_what_was_typed_along(FxRobot robot) {
        edit("p:0", "p:1");
        robot.clickOn("#highlight-filter-1").type(KeyCode.END).write("2");
        alt(robot, KeyCode.UP);
        assertThat(filters()).containsExactly("p:12", "p:0");
        assertThat(UiWait.onFx(() -> robot.lookup("#highlight-filter-0")
                        .queryAs(TextField.class)
                        .getText()))
                .isEqualTo("p:12");
    }

    @Test
    void escape_closes_the_editor_and_puts_the_focus_on_the_rows(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        edit("p:0");
        robot.clickOn("#highlight-filter-0").type(KeyCode.ESCAPE);
        Node editor = UiWait.onFx(() -> rig.view.content().lookup("#highlight-editor"));
        assertThat(editor.isVisible()).isFalse();
        assertThat(rig.model.highlights().editingProperty().get()).isFalse();
        assertThat(UiWait.onFx(() -> rig.table().isFocused())).isTrue();
        assertThat(filters()).containsExactly("p:0");
    }

    @Test
    void a_rule_that_only_lacks_its_end_is_not_called_wrong_before_it_is_asked_for(FxRobot robot) {
        edit("p:0");
        robot.clickOn("#highlight-add-filter").write("key=");
        assertThat(said(robot, "#highlight-add-error")).isEqualTo("col 5: goes on: a value after =");
        assertThat(unfinished(robot, "#highlight-add-error")).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(said(robot, "#highlight-add-error")).isEqualTo("col 5: expected a value after =");
        assertThat(unfinished(robot, "#highlight-add-error")).isFalse();

        robot.clickOn("#highlight-filter-0").type(KeyCode.END, KeyCode.BACK_SPACE);
        assertThat(said(robot, "#highlight-error-0")).startsWith("col 3: goes on: ");
        robot.type(KeyCode.ENTER);
        assertThat(said(robot, "#highlight-error-0")).startsWith("col 3: expected ");
        robot.write("1").type(KeyCode.ENTER);
        assertThat(said(robot, "#highlight-error-0")).isEmpty();
        assertThat(filters()).containsExactly("p:1");
    }

    private static String said(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryLabeled().getText());
    }

    private static boolean unfinished(FxRobot robot, String id) {
        PseudoClass state = PseudoClass.getPseudoClass("unfinished");
        return UiWait.onFx(() -> robot.lookup(id).query().getPseudoClassStates().contains(state));
    }

    private void edit(String... filters) {
        rig.run(() -> {
            for (String filter : filters) {
                rig.model.highlights().add(filter, HighlightColour.TEAL);
            }
            rig.model.highlights().editingProperty().set(true);
        });
    }

    private List<String> filters() {
        return UiWait.onFx(() -> rig.model.highlights().rules().stream()
                .map(HighlightRule::filter)
                .toList());
    }

    private static boolean focused(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).query().isFocused());
    }

    private static void alt(FxRobot robot, KeyCode arrow) {
        robot.press(KeyCode.ALT, arrow).release(arrow, KeyCode.ALT);
        UiWait.frames(2);
    }
}
