package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.UiWait;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The live table with its newest rows at the top. */
@ExtendWith(ApplicationExtension.class)
class NewestFirstViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @BeforeEach
    void start() {
        UiWait.runOnFx(() -> {
            rig.newestFirst.set(true);
        });
    }

    @Test
    void it_follows_at_the_top_until_the_wheel_goes_down_and_home_resumes_it(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 500));
        assertThat(topRow().offset()).isEqualTo(499);
        rig.poll(Samples.plain(0, 500, 10));
        assertThat(topRow().offset()).isEqualTo(509);

        robot.moveTo("#records-table");
        Gestures.wheelDown(robot, 5);
        UiWait.until(
                "browsing", () -> rig.model.consume().consumer().stateProperty().get() == TableState.BROWSING);
        LogEntry top = topRow();
        rig.poll(Samples.plain(0, 510, 100));
        assertThat(topRow()).isSameAs(top);
        assertThat(rig.model.feed().position().newRowsProperty().get()).isEqualTo(100);
        rig.picture("newest-first-browsing");

        robot.clickOn("#records-table").type(KeyCode.HOME);
        UiWait.until(
                "live", () -> rig.model.consume().consumer().stateProperty().get() == TableState.LIVE);
        rig.poll(Samples.plain(0, 610, 5));
        assertThat(topRow().offset()).isEqualTo(614);
        robot.type(KeyCode.END);
        UiWait.until(
                "browsing", () -> rig.model.consume().consumer().stateProperty().get() == TableState.BROWSING);
        assertThat(selected().offset()).isZero();
    }

    @Test
    void what_is_browsed_and_what_is_selected_stay_while_old_rows_are_evicted(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 990));
        rig.run(() -> rig.view.show(PartitionOffset.of(new PartitionId("orders", 0), 800)));
        LogEntry top = topRow();
        for (int i = 0; i < 20; i++) {
            rig.poll(Samples.plain(0, 990 + i * 20L, 20));
            rig.tick();
        }
        assertThat(rig.model.feed().countsProperty().get().evicted()).isPositive();
        assertThat(topRow()).isSameAs(top);
        assertThat(selected().offset()).isEqualTo(800);
        assertThat(rig.model.consume().consumer().stateProperty().get()).isEqualTo(TableState.BROWSING);
    }

    @Test
    void a_full_buffer_keeps_all_that_is_on_the_screen() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 300));
        UiWait.runOnFx(() -> rig.table().getSelectionModel().select(299));
        rig.run(() -> rig.view.show(PartitionOffset.of(new PartitionId("orders", 0), 0)));
        LogEntry top = topRow();
        for (int i = 0; i < 10; i++) {
            rig.poll(Samples.plain(0, 300 + i * 100L, 100));
        }
        assertThat(rig.model.feed().countsProperty().get().evicted()).isZero();
        assertThat(topRow()).isSameAs(top);
    }

    @Test
    void gaps_and_times_are_those_towards_the_older_row() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        var rows = rig.table().getItems();
        int gap = -1;
        for (int i = 0; i < rows.size() && gap < 0; i++) {
            gap = rows.get(i) instanceof OffsetGap ? i : -1;
        }
        assertThat(rows.get(gap - 1).offset()).isEqualTo(48_205);
        assertThat(delta(0)).isEqualTo("+2\u00a0ms");
        assertThat(delta(1)).isEqualTo("+6\u00a0ms");
        rig.picture("newest-first");
    }

    @Test
    void the_setting_turns_the_rows_at_once_and_the_selection_stays() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 500));
        rig.run(() -> rig.view.show(PartitionOffset.of(new PartitionId("orders", 0), 250)));
        rig.run(() -> rig.newestFirst.set(false));
        assertThat(selected().offset()).isEqualTo(250);
        assertThat(rig.table().getItems()).isSameAs(rig.model.feed().rows());
        rig.run(rig.model.feed()::follow);
        rig.run(() -> rig.newestFirst.set(true));
        assertThat(topRow().offset()).isEqualTo(499);
        assertThat(rig.model.consume().consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
    }

    private LogEntry selected() {
        return rig.table().getSelectionModel().getSelectedItem();
    }

    private LogEntry topRow() {
        VirtualFlow<?> flow = (VirtualFlow<?>) rig.table().lookup(".virtual-flow");
        return rig.table().getItems().get(UiWait.onFx(() -> flow.getFirstVisibleCell()
                .getIndex()));
    }

    private String delta(int row) {
        for (Node node : rig.table().lookupAll(".records-delta")) {
            if (node instanceof TableCell<?, ?> cell && cell.getIndex() == row) {
                return cell.getText();
            }
        }
        throw new AssertionError("no row " + row);
    }
}
