package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The inspector alone, on records that the test makes. */
@ExtendWith(ApplicationExtension.class)
class InspectorViewTest {

    private InspectedOrders window;

    @TempDir
    private Path folder;

    @Start
    void start(Stage shown) {
        window = new InspectedOrders(shown);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void the_rail_opens_the_part_that_was_asked_for_and_hands_on_the_focus(FxRobot robot) {
        window.select(InspectedOrders.order(1, "placed", "54.20"));
        window.narrow(true);
        robot.clickOn("#inspector-rail-metadata");

        ToggleButton tab = robot.lookup("#inspector-tab-metadata").query();
        assertThat(UiWait.onFx(() -> tab.isSelected() && tab.isFocused())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void every_form_can_be_read(Theme.Choice choice, FxRobot robot) {
        UiWait.runOnFx(() -> window.theme.choiceProperty().set(choice));
        window.select(InspectedOrders.order(1, "placed", "54.20"));
        window.select(InspectedOrders.order(2, "paid", "120.50"));
        robot.moveTo("#inspector-tree").clickOn("status: ");
        window.picture("tree", choice);
        InspectedOrders.find(robot, "gold");
        window.picture("find-tree", choice);
        robot.clickOn("#inspector-format-text");
        UiWait.until("text", () -> window.visible("#inspector-text"));
        window.picture("text", choice);
        robot.clickOn("#inspector-format-hex");
        UiWait.until("hex", () -> window.visible("#inspector-lines"));
        window.picture("find-hex", choice);
        robot.clickOn("#inspector-find-close").clickOn("#inspector-format-auto");
        robot.clickOn("#inspector-tab-diff");
        UiWait.until("compared", () -> !window.text("#inspector-diff-result").isEmpty());
        window.picture("diff", choice);
        robot.clickOn("#inspector-tab-value").clickOn("#inspector-pin");
        robot.clickOn("#inspector-pop-out");
        UiWait.until("a second window", () -> Window.getWindows().size() == 2);
        UiWait.frames(4);
        Pictures.check(window(), Path.of("target/pictures/inspector-window-" + choice + ".png"));
        window.picture("pinned", choice);
    }

    @Test
    void the_difference_is_to_the_previous_of_the_key_or_between_two(FxRobot robot) {
        ConsumedRecord first = InspectedOrders.order(1, "placed", "54.20");
        ConsumedRecord second = InspectedOrders.order(2, "paid", "120.50");
        window.select(first);
        robot.clickOn("#inspector-tab-diff");
        UiWait.until("nothing before", () -> window.text("#inspector-diff-against")
                .startsWith("No earlier record of this key in the buffer."));
        window.select(second);
        UiWait.until("compared", () -> window.text("#inspector-diff-against")
                .startsWith("Compared with orders[3]@1, the previous record of this key, 1\u00a0s earlier"));
        assertThat(window.text("#inspector-diff-result")).isEqualTo("2 removed, 2 added, by path.");
        ConsumedRecord other = InspectedOrders.order(9, "lost", "120.50");
        window.selection = List.of(second, other);
        window.select(other);
        UiWait.until("compared with the other one", () -> window.text("#inspector-diff-against")
                .startsWith("Compared with orders[3]@2, the other selected record"));
        ListView<?> lines = robot.lookup("#inspector-diff").queryAs(ListView.class);
        assertThat(UiWait.onFx(() -> lines.getItems().size())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void partition_and_offset_are_the_last_to_be_cut_and_the_topic_in_its_middle(Theme.Choice choice, FxRobot robot) {
        UiWait.runOnFx(() -> window.theme.choiceProperty().set(choice));
        String topic = "payments.settlement-batches.reconciled-by-account-and-day.v17";
        window.select(
                ConsumedRecord.at(new PartitionId(topic, 499), 123_456_789_012L).build());
        UiWait.frames(4);

        assertThat(window.text("#inspector-reference")).isEqualTo(topic + "[499]@123456789012");
        List<Labeled> shown = robot.lookup("#inspector-reference .label").queryAllAs(Labeled.class).stream()
                .toList();
        assertThat(UiWait.onFx(() -> shownText(shown.get(1)))).isEqualTo("[499]@123456789012");
        assertThat(UiWait.onFx(() -> shownText(shown.get(0))))
                .startsWith("p")
                .endsWith("7")
                .contains("\u2026");
        window.picture("long-reference", choice);
    }

    /** What is drawn of a label's text. */
    private static String shownText(Labeled label) {
        return label.lookup(".text") instanceof javafx.scene.text.Text text ? text.getText() : "";
    }

    @Test
    void a_pinned_record_stays_and_is_compared_with_the_selected_one(FxRobot robot) {
        ConsumedRecord first = InspectedOrders.order(1, "placed", "54.20");
        window.select(first);
        robot.clickOn("#inspector-pin").clickOn("#inspector-tab-diff");
        ConsumedRecord second = InspectedOrders.order(2, "paid", "54.20");
        window.selection = List.of(second);
        window.select(second);
        assertThat(window.text("#inspector-reference")).isEqualTo("orders[3]@1");
        UiWait.until("compared with the selected one", () -> window.text("#inspector-diff-against")
                .startsWith("Compared with orders[3]@2, the selected record"));
        robot.clickOn("#inspector-pin");
        assertThat(window.text("#inspector-reference")).isEqualTo("orders[3]@2");
    }

    @Test
    void key_and_value_are_saved_byte_by_byte(FxRobot robot) throws Exception {
        Path file = folder.resolve("saved");
        window.dialogs.choosing(file);
        byte[] value = {0, 1, (byte) 0xff, '\n'};
        window.select(ConsumedRecord.at(new PartitionId("orders", 3), 5)
                .key(new byte[] {9, 0})
                .value(value)
                .build());
        robot.clickOn("#inspector-copy").clickOn("#inspector-save-value");
        UiWait.until("saved", () -> Files.exists(file) && file.toFile().length() == 4);
        assertThat(Files.readAllBytes(file)).isEqualTo(value);
        Files.delete(file);
        robot.clickOn("#inspector-copy").clickOn("#inspector-save-key");
        UiWait.until("saved", () -> Files.exists(file) && file.toFile().length() == 2);
        assertThat(Files.readAllBytes(file)).containsExactly(9, 0);
    }

    private Stage window() {
        return UiWait.onFx(() -> Window.getWindows().stream()
                .filter(each -> !each.equals(window.stage) && each instanceof Stage)
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow());
    }
}
