package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Partitions are chosen from a list below the chip, of which there may be hundreds. */
@ExtendWith(ApplicationExtension.class)
class PartitionPickerViewTest {

    private static final int MANY = 500;

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @BeforeEach
    void start() {
        UiWait.runOnFx(() -> {
            rig.model.consume().partitionCountProperty().set(MANY);
            rig.cluster.detail = new TopicDetail(
                    "orders",
                    false,
                    IntStream.range(0, MANY)
                            .mapToObj(PartitionPickerViewTest::detail)
                            .toList(),
                    List.of());
        });
    }

    @Test
    void of_many_partitions_only_those_in_sight_have_a_cell(FxRobot robot) {
        open(robot);
        ListView<PartitionId> list = list(robot);
        assertThat(UiWait.onFx(() -> list.getItems().size())).isEqualTo(MANY);
        assertThat(cells(robot)).isBetween(5, 20);

        robot.interact(() -> list.scrollTo(MANY - 1));
        UiWait.frames(3);
        assertThat(cells(robot)).isBetween(5, 20);
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#records-partition-499").query().getAccessibleText()))
                .isEqualTo("Partition 499, chosen, begin 0, position —, last stable offset 1\u00a0497, "
                        + "high watermark 1\u00a0497, lag —");
    }

    @Test
    void a_range_is_typed_and_chosen_with_the_keys(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        open(robot);
        robot.write("3, 10-12");
        assertThat(list(robot).getItems()).extracting(PartitionId::partition).containsExactly(3, 10, 11, 12);
        robot.clickOn("#records-partitions-listed");
        robot.clickOn("#records-partitions-narrow").type(KeyCode.DOWN).type(KeyCode.DOWN);
        robot.type(KeyCode.SPACE);
        assertThat(text(robot, "#records-partitions-note")).isEqualTo("3 of 500 chosen");
        rig.picture("partitions-narrowed");
        robot.type(KeyCode.ENTER);

        UiWait.until(
                "closed",
                () -> robot.lookup("#records-partitions-picker").tryQuery().isEmpty());
        assertThat(rig.model.consume().choiceProperty().get().partitions()).containsExactlyInAnyOrder(3, 11, 12);
        assertThat(text(robot, "#records-partitions")).isEqualTo("P: 3,11,12");
        assertThat(UiWait.onFx(() -> chip(robot).isFocused())).isTrue();
        assertThat(rig.cluster.consumers.started).hasSize(2);
    }

    @Test
    void enter_in_the_field_reads_what_was_typed_and_nothing_where_that_is_wrong(FxRobot robot) {
        open(robot);
        robot.write("600-");
        robot.type(KeyCode.ENTER);
        assertThat(text(robot, "#records-partitions-note")).isEqualTo("500 of 500 chosen");
        robot.type(KeyCode.BACK_SPACE, 4);
        robot.write("7,20-29");
        assertThat(text(robot, "#records-partitions-note"))
                .isEqualTo("500 of 500 chosen · Enter reads only the 11 listed");
        rig.picture("partitions-typed");
        robot.type(KeyCode.ENTER);
        UiWait.until(
                "closed",
                () -> robot.lookup("#records-partitions-picker").tryQuery().isEmpty());
        assertThat(text(robot, "#records-partitions")).isEqualTo("P: 7,20-29");
    }

    @Test
    void escape_closes_and_changes_nothing(FxRobot robot) {
        open(robot);
        rig.picture("partitions");
        robot.clickOn("#records-partitions-none");
        assertThat(robot.lookup("#records-partitions-apply").query().isDisabled())
                .isTrue();
        robot.clickOn("#records-partition-2");
        assertThat(text(robot, "#records-partitions-note")).isEqualTo("1 of 500 chosen");
        robot.type(KeyCode.ESCAPE);
        UiWait.until(
                "closed",
                () -> robot.lookup("#records-partitions-picker").tryQuery().isEmpty());
        assertThat(rig.model.consume().choiceProperty().get().partitions()).isEmpty();
        assertThat(UiWait.onFx(() -> chip(robot).isFocused())).isTrue();
    }

    @Test
    void up_from_the_first_row_leads_back_to_the_field(FxRobot robot) {
        open(robot);
        Node field = robot.lookup("#records-partitions-narrow").query();
        assertThat(UiWait.onFx(field::isFocused)).isTrue();
        robot.type(KeyCode.DOWN);
        assertThat(UiWait.onFx(() -> list(robot).isFocused())).isTrue();
        robot.type(KeyCode.UP);
        assertThat(UiWait.onFx(field::isFocused)).isTrue();
    }

    @Test
    void only_those_with_records_are_chosen_and_applied_with_the_button(FxRobot robot) {
        open(robot);
        robot.clickOn("#records-partitions-with-records");
        robot.clickOn("#records-partitions-apply");
        UiWait.until(
                "applied",
                () -> rig.model.consume().choiceProperty().get().partitions().size() == MANY - 1);
        assertThat(text(robot, "#records-partitions")).isEqualTo("P: 1-499");
    }

    private static void open(FxRobot robot) {
        robot.clickOn("#records-partitions");
        UiWait.until(
                "open",
                () -> robot.lookup("#records-partitions-picker").tryQuery().isPresent());
        UiWait.frames(3);
    }

    private static Node chip(FxRobot robot) {
        return robot.lookup("#records-partitions").query();
    }

    private static ListView<PartitionId> list(FxRobot robot) {
        return robot.lookup("#records-partitions-list").queryListView();
    }

    /** Counts every cell of the list, in use or put by. */
    private static int cells(FxRobot robot) {
        return UiWait.onFx(() -> (int) list(robot).lookupAll(".partition-row").stream()
                .filter(ListCell.class::isInstance)
                .count());
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private static PartitionDetail detail(int number) {
        return new PartitionDetail(
                new PartitionId("orders", number),
                OptionalInt.of(1),
                List.of(1),
                List.of(1),
                OptionalLong.of(0),
                OptionalLong.of(number * 3L),
                OptionalLong.of(number * 3L));
    }
}
