package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.parts.DragForms;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Dragging selected records out of a live table. */
@ExtendWith(ApplicationExtension.class)
class RecordDragViewTest {

    private final List<String> lines = new ArrayList<>();
    private final List<File> files = new ArrayList<>();

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @BeforeEach
    void start() {
        UiWait.runOnFx(() -> DropTarget.on(rig.view.inspector(), new DropTarget() {
            @Override
            public boolean takes(Clipboard dragged) {
                return dragged.hasContent(DragForms.RECORDS);
            }

            @Override
            public boolean drop(Clipboard dropped) {
                lines.addAll(String.valueOf(dropped.getContent(DragForms.RECORDS))
                        .lines()
                        .toList());
                files.addAll(dropped.getFiles());
                return true;
            }
        }));
    }

    @AfterEach
    void close() {
        rig.dragFiles.close();
    }

    @Test
    void selected_records_are_dragged_as_a_file_and_stay_selected(FxRobot robot) {
        read(Samples.picture());
        rig.run(() -> rig.table().getSelectionModel().selectRange(2, 5));
        drag(robot, 3);
        assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("{\"topic\":\"orders\""));
        assertThat(files).hasSize(1);
        assertThat(files.get(0)).hasName("orders-3-records.jsonl").exists();
        assertThat(selected()).containsExactly(2, 3, 4);
    }

    @Test
    void a_row_that_was_not_selected_is_selected_and_not_dragged(FxRobot robot) {
        read(Samples.picture());
        rig.run(() -> rig.table().getSelectionModel().clearAndSelect(1));
        drag(robot, 4);
        assertThat(lines).isEmpty();
        assertThat(selected()).containsExactly(4);
    }

    @Test
    void a_click_on_one_of_several_selected_rows_selects_it_alone(FxRobot robot) {
        read(Samples.picture());
        rig.run(() -> rig.table().getSelectionModel().selectRange(2, 5));
        robot.clickOn(row(robot, 3));
        assertThat(selected()).containsExactly(3);
    }

    @Test
    void a_click_on_a_selected_row_writes_no_file(FxRobot robot) throws IOException {
        read(Samples.plain(0, 0, 9));
        rig.run(() -> rig.table().getSelectionModel().selectRange(2, 5));
        List<Path> before = written();
        robot.clickOn(row(robot, 3));
        rig.tick();
        assertThat(written()).isEqualTo(before);
    }

    private static List<Path> written() throws IOException {
        if (!Files.isDirectory(RecordsRig.DRAGGED)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(RecordsRig.DRAGGED)) {
            return all.sorted().toList();
        }
    }

    @Test
    void what_is_too_large_says_what_to_do_instead(FxRobot robot) {
        byte[] large = new byte[600_000];
        List<ConsumedRecord> records = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            records.add(ConsumedRecord.at(new PartitionId("orders", 0), i)
                    .value(large)
                    .build());
        }
        rig.run(() -> rig.model.raiseLimit(new BufferLimits(2_000, 16_000_000)));
        read(records);
        rig.run(() -> rig.table().getSelectionModel().selectAll());
        drag(robot, 3);
        assertThat(lines).isEmpty();
        assertThat(UiWait.onFx(() -> robot.lookup("#records-banner-title")
                        .queryAs(Labeled.class)
                        .getText()))
                .isEqualTo("15 records, 9.0\u00a0MB, cannot be dragged at once.");
    }

    private void read(List<ConsumedRecord> records) {
        rig.run(rig.model.consume()::start);
        rig.poll(records);
    }

    private List<Integer> selected() {
        return UiWait.onFx(() -> List.copyOf(rig.table().getSelectionModel().getSelectedIndices()));
    }

    /** Drags a row to the inspector, at the pace of a hand. */
    private void drag(FxRobot robot, int row) {
        robot.moveTo(row(robot, row)).press(MouseButton.PRIMARY);
        rig.tick();
        robot.moveBy(20, 5).moveTo(rig.view.inspector());
        robot.release(MouseButton.PRIMARY);
        rig.tick();
    }

    private Node row(FxRobot robot, int index) {
        return robot.lookup(node -> node instanceof TableRow<?> row && row.getIndex() == index && !row.isEmpty())
                .query();
    }
}
