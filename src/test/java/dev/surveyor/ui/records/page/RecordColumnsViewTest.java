package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Columns of fields, and the order of the rows by a column. */
@ExtendWith(ApplicationExtension.class)
class RecordColumnsViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void a_field_becomes_a_column_that_is_there_again_after_a_restart() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> {
            rig.view.columns().promote("value.status");
            rig.view.columns().promote("value.status");
            rig.view.columns().promote("header.source");
            rig.view.columns().promote("not a field");
        });

        assertThat(ids()).contains("records-column-field-value-status", "records-column-field-header-source");
        assertThat(ids()).doesNotHaveDuplicates().hasSize(17);
        assertThat(cell("field-value-status", 0)).isEqualTo("shipped");
        rig.picture("fields");

        rig.close();
        rig.run(() -> rig.open(Subscription.to("orders")));
        assertThat(ids()).contains("records-column-field-value-status", "records-column-field-header-source");
    }

    @Test
    void the_columns_menu_adds_a_field_by_name_and_resets(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.dialogs.typing("value.total");
        RecordsRig.choose(robot, "#records-more", "records-columns-add-name");
        UiWait.until("the column is there", () -> ids().contains("records-column-field-value-total"));

        RecordsRig.choose(robot, "#records-more", "records-columns-reset");
        UiWait.until("it is gone", () -> !ids().contains("records-column-field-value-total"));
        assertThat(ids().get(0)).isEqualTo("records-column-gutter");
        assertThat(rig.settings.get("records.columns.orders")).isEmpty();
    }

    @Test
    void a_click_for_the_menu_of_a_head_does_not_sort(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        List<String> sorted = new ArrayList<>();
        rig.run(() -> rig.table().setOnSort(event -> sorted.add("sorted")));
        robot.rightClickOn("#records-column-value.column-header");
        assertThat(sorted).isEmpty();

        rig.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .toList()
                .forEach(Window::hide));
        robot.clickOn("#records-column-value.column-header");
        assertThat(sorted).isNotEmpty();
    }

    @Test
    void a_copied_row_has_every_column_that_is_shown_in_full(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.view.columns().promote("value.items"));
        rig.run(() -> rig.view.show(Samples.picture().get(14).reference()));
        robot.interact(() -> rig.table().requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.CONTROL);
        String[] lines = rig.clipboards.text().split("\n");
        assertThat(lines[0]).isEqualTo("Time\tPartition\tOffset\tKey\tvalue.items\tValue\tHeaders\tSize\tΔ (ms)");
        assertThat(lines[1]).contains("[{\"\"sku\"\":\"\"KB-104\"\"").endsWith("\t5\t243\t2");
    }

    @Test
    void few_rows_stay_sorted_while_records_arrive_and_the_wheel_turns(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        robot.clickOn("#records-column-size.column-header");
        rig.poll(Samples.plain(1, 900, 2));
        rig.poll(Samples.plain(1, 902, 2));
        assertThat(text(robot, "#records-sorted")).isEqualTo("Sorted by Size");
        robot.clickOn("#records-sorted");
        UiWait.frames(3);

        TableColumn<LogEntry, ?> time =
                UiWait.onFx(() -> rig.table().getColumns().get(0));
        UiWait.runOnFx(() -> {
            Node rows = rig.table().lookup(".virtual-flow");
            rows.fireEvent(wheel());
            rig.table().getSortOrder().setAll(List.of(time));
        });
        UiWait.frames(3);
        assertThat(UiWait.onFx(() -> rig.table().getSortOrder().size())).isEqualTo(1);
        assertThat(UiWait.onFx(
                        () -> rig.model.feed().position().followingProperty().get()))
                .isFalse();
    }

    @Test
    void a_field_sorts_by_number(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.view.columns().promote("value.total"));
        robot.clickOn("#records-column-field-value-total");
        UiWait.until("sorted", () -> text(robot, "#records-sorted").equals("Sorted by total"));
        UiWait.until("the smallest number is above the largest", () -> {
            int smallest = indexOf("9.99");
            return smallest >= 0 && smallest < indexOf("412.35");
        });
        assertThat(indexOf("9.99")).isLessThan(indexOf("42.90"));
    }

    private static ScrollEvent wheel() {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                -40,
                0,
                -40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** Returns the first row whose value contains the text. */
    private int indexOf(String text) {
        return UiWait.onFx(() -> {
            List<LogEntry> rows = rig.table().getItems();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof ConsumedRecord record
                        && record.valueLength() > 0
                        && new String(record.value(), StandardCharsets.UTF_8).contains(text)) {
                    return i;
                }
            }
            return -1;
        });
    }

    private List<String> ids() {
        return UiWait.onFx(
                () -> rig.table().getColumns().stream().map(TableColumn::getId).toList());
    }

    private String cell(String column, int row) {
        return UiWait.onFx(() -> rig.table().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof javafx.scene.control.TableRow<?> one && one.getIndex() == row)
                .flatMap(node -> ((javafx.scene.control.TableRow<?>) node).getChildrenUnmodifiable().stream())
                .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> one
                        && one.getTableColumn().getId().equals("records-column-" + column))
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElseThrow());
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }
}
