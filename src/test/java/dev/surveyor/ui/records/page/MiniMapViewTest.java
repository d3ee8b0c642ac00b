package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The ticks over the scroll bar: where they stand, what they say, and where a click on the bar leads. */
@ExtendWith(ApplicationExtension.class)
class MiniMapViewTest {

    private static final int TICKS_TO_DRAW = 6;

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void marks_and_the_rows_of_the_selected_key_stand_where_they_are_and_a_click_goes_there(FxRobot robot) {
        begin();
        assertThat(words()).isEmpty();
        mark(150, 600, 790);
        select(400);
        assertThat(words()).isEqualTo("On this bar: 3 marked, 8 of the selected key");
        rig.picture("minimap");

        click(robot, 600.5 / 800);
        assertThat(selected()).isEqualTo(600);
        assertThat(rig.model.consume().consumer().stateProperty().get()).isEqualTo(TableState.BROWSING);
        click(robot, 0.07);
        assertThat(rig.model.feed().position().index()).isBetween(35, 55);
        assertThat(selected()).isEqualTo(600);
    }

    @Test
    void the_newest_row_first_turns_the_ticks_too(FxRobot robot) {
        rig.run(() -> rig.newestFirst.set(true));
        begin();
        mark(600);
        assertThat(words()).isEqualTo("On this bar: 1 marked");
        click(robot, 199.5 / 800);
        assertThat(selected()).isEqualTo(600);
    }

    @Test
    void ticks_leave_with_their_rows() {
        begin();
        mark(3);
        assertThat(words()).isEqualTo("On this bar: 1 marked");
        rig.poll(records(800, 500));
        draw();
        assertThat(words()).isEmpty();
    }

    @Test
    void a_key_that_is_everywhere_is_not_shown() {
        rig.run(rig.model.consume()::start);
        List<ConsumedRecord> same = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            same.add(record(i, "same"));
        }
        rig.poll(same);
        select(400);
        assertThat(words()).isEmpty();
    }

    private void begin() {
        rig.run(rig.model.consume()::start);
        rig.poll(records(0, 800));
        draw();
    }

    private static List<ConsumedRecord> records(int from, int count) {
        List<ConsumedRecord> records = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            records.add(record(i, "cust-" + i % 100));
        }
        return records;
    }

    private static ConsumedRecord record(long offset, String key) {
        return ConsumedRecord.at(new PartitionId("orders", 0), offset)
                .key(key.getBytes(StandardCharsets.UTF_8))
                .value("{\"status\":\"paid\"}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private void mark(int... rows) {
        for (int row : rows) {
            UiWait.runOnFx(() -> rig.model.toggleMark(
                    List.of((ConsumedRecord) rig.model.feed().rows().get(row))));
        }
        draw();
    }

    private void select(int row) {
        UiWait.runOnFx(() -> rig.table().getSelectionModel().clearAndSelect(row));
        draw();
    }

    private void draw() {
        for (int i = 0; i < TICKS_TO_DRAW; i++) {
            rig.tick();
        }
    }

    private String words() {
        return UiWait.onFx(() -> map().getAccessibleText() == null ? "" : map().getAccessibleText());
    }

    private Node map() {
        return rig.table().lookup("#records-minimap");
    }

    private void click(FxRobot robot, double share) {
        Bounds bar = UiWait.onFx(() -> map().localToScreen(map().getLayoutBounds()));
        robot.clickOn(bar.getCenterX(), bar.getMinY() + share * bar.getHeight());
        draw();
    }

    private long selected() {
        LogEntry row = UiWait.onFx(() -> rig.table().getSelectionModel().getSelectedItem());
        return row.offset();
    }
}
