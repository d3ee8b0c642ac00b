package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.highlight.HighlightColour;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Rules that colour rows are typed, pointed at, and deleted. */
@ExtendWith(ApplicationExtension.class)
class HighlightViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void a_rule_that_is_typed_colours_its_rows(FxRobot robot) {
        read();
        rig.run(() -> rig.model.highlights().editingProperty().set(true));
        robot.clickOn("#highlight-add-filter").write("offset:3..5").type(KeyCode.ENTER);
        rig.tick();
        assertThat(coloured(robot, HighlightColour.RED)).isEqualTo(3);
        robot.clickOn("#highlight-add-filter").write("size>").type(KeyCode.ENTER);
        assertThat(UiWait.onFx(() -> robot.lookup("#highlight-add-error")
                        .queryAs(Labeled.class)
                        .getText()))
                .startsWith("col 6: expected");
        rig.run(() -> {
            int offset = 6;
            for (HighlightColour colour : HighlightColour.values()) {
                rig.model.highlights().add("offset:" + offset++, colour);
            }
            rig.model.toggleMark(List.of(Samples.plain(0, 0)));
            rig.table().getSelectionModel().clearAndSelect(4);
        });
        rig.picture("highlight-rules");
        robot.clickOn("#highlight-delete-0");
        rig.tick();
        assertThat(coloured(robot, HighlightColour.RED)).isEqualTo(1);
        robot.clickOn("#records-banner-undo");
        rig.tick();
        assertThat(coloured(robot, HighlightColour.RED)).isEqualTo(4);
    }

    @Test
    void the_menu_colours_the_records_of_a_key(FxRobot robot) {
        read();
        rig.run(() -> rig.table().getSelectionModel().clearAndSelect(2));
        Menu menu = (Menu) UiWait.onFx(() -> rig.table().getContextMenu().getItems().stream()
                .filter(item -> "records-menu-highlight".equals(item.getId()))
                .findFirst()
                .orElseThrow());
        MenuItem teal = menu.getItems().stream()
                .filter(item -> "records-menu-highlight-teal".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        rig.run(teal::fire);
        assertThat(coloured(robot, HighlightColour.TEAL)).isPositive();
        assertThat(rig.model.highlights().of((dev.surveyor.domain.record.ConsumedRecord)
                        rig.model.feed().rows().get(2)))
                .isEqualTo(HighlightColour.TEAL);
    }

    private void read() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 14));
    }

    private static long coloured(FxRobot robot, HighlightColour colour) {
        PseudoClass wanted = PseudoClass.getPseudoClass("hl-" + colour.id());
        return UiWait.onFx(() -> robot.lookup(".table-row-cell").queryAll().stream()
                .filter(row -> row.getPseudoClassStates().contains(wanted))
                .count());
    }
}
