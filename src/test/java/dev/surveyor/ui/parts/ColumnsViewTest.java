package dev.surveyor.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ColumnsViewTest {

    private TableView<Integer> table;
    private TableColumn<Integer, String> words;
    private TableColumn<Integer, Long> numbers;

    @Start
    void start(Stage stage) {
        table = new TableView<>();
        table.getItems().setAll(List.of(1, 22, 3));
        Columns<Integer> columns = Columns.sorted(table);
        words = columns.text("W", 80, Integer::toBinaryString);
        numbers = columns.number("N", 120, Integer::longValue, number -> "no. " + number);
        TableColumn<Integer, Integer> chips = columns.chip(number -> number > 3 ? -1 : number);
        chips.setId("chips");
        Stages.show(stage, new Scene(table, 600, 200));
    }

    @Test
    void a_column_keeps_its_width_whatever_its_first_rows_need() {
        UiWait.frames(3);
        assertThat(words.getWidth()).isBetween(80.0, 80.5);
        assertThat(numbers.getWidth()).isEqualTo(120);
    }

    @Test
    void numbers_are_ordered_as_numbers_and_text_as_text() {
        UiWait.runOnFx(() -> table.getSortOrder().setAll(List.of(numbers)));
        assertThat(table.getItems()).containsExactly(1, 3, 22);
        UiWait.runOnFx(() -> table.getSortOrder().setAll(List.of(words)));
        assertThat(table.getItems()).containsExactly(1, 22, 3);
    }

    @Test
    void a_partition_that_is_not_known_reads_as_a_dash() {
        UiWait.frames(2);
        List<String> texts = table.lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> "chips".equals(cell.getTableColumn().getId()) && !cell.isEmpty())
                .map(cell -> cell.getGraphic() == null ? cell.getText() : "chip")
                .toList();
        assertThat(texts).containsExactlyInAnyOrder("chip", "—", "chip");
    }
}
