package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every pixel of a row selects it, also the first and the last. */
@ExtendWith(ApplicationExtension.class)
class RowClicksViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void a_click_on_the_edge_between_two_rows_selects_the_lower_one(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        // The toolkit reuses the rows that leave at one side, so that they stand in another order in the scene.
        for (int tick = 0; tick < 9; tick++) {
            rig.poll(Samples.plain(0, tick * 7L, 7));
        }
        UiWait.frames(2);

        List<TableRow<?>> rows = visibleRows();
        assertThat(rows).hasSizeGreaterThan(8);
        List<Integer> wanted = new ArrayList<>();
        List<Integer> selected = new ArrayList<>();
        for (TableRow<?> row : rows) {
            rig.run(() -> rig.table().getSelectionModel().clearSelection());
            Point2D edge = UiWait.onFx(() -> row.localToScreen(200, 0));
            robot.clickOn(Math.rint(edge.getX()), Math.rint(edge.getY()));
            wanted.add(row.getIndex());
            selected.add(UiWait.onFx(() -> rig.table().getSelectionModel().getSelectedIndex()));
        }
        assertThat(selected).isEqualTo(wanted);
    }

    /** Returns the rows that have one above them on the screen. */
    private List<TableRow<?>> visibleRows() {
        return UiWait.onFx(() -> {
            List<TableRow<?>> rows = new ArrayList<>();
            for (Node node : rig.table().lookup(".sheet").lookupAll(".table-row-cell")) {
                if (node instanceof TableRow<?> row && row.isVisible() && row.getLayoutY() > 0) {
                    rows.add(row);
                }
            }
            return rows;
        });
    }
}
