package dev.surveyor.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** In which order the matches of a search are. */
@ExtendWith(ApplicationExtension.class)
class MatchesOrderViewTest {

    private SearchRig rig;

    @Start
    void start(Stage stage) {
        rig = new SearchRig(stage);
    }

    @Test
    void matches_are_as_found_while_the_search_runs_and_by_time_at_its_end(FxRobot robot) {
        rig.ask("x");
        find(match(0, 7, 300, "xx"), match(0, 8, 100, "x"), match(1, 5, 200, "xxx"));
        assertThat(order(robot)).containsExactly("0@7", "0@8", "1@5");
        select(robot, 0, 2);
        find(match(1, 4, 100, "x"), match(0, 9, 100, "x"));

        end();
        assertSelected(robot, "1@5");
        assertThat(order(robot)).containsExactly("0@8", "0@9", "1@4", "1@5", "0@7");
        assertThat(selection()).containsExactly("1@5", "0@7");
        assertThat(rig.made.get(0).matches().all())
                .extracting(MatchesOrderViewTest::name)
                .containsExactly("0@8", "0@9", "1@4", "1@5", "0@7");
    }

    @Test
    void a_click_on_a_head_sorts_what_is_there_and_what_comes(FxRobot robot) {
        rig.ask("x");
        find(match(0, 7, 300, "xx"), match(0, 8, 100, "x"), match(1, 5, 200, "xxx"));
        select(robot, 1, 1);
        sortBy(robot, "size");
        assertThat(order(robot)).containsExactly("0@8", "0@7", "1@5");
        assertThat(selection()).as("sorted").containsExactly("0@8");
        find(match(2, 1, 50, "xx"), match(2, 2, 40, ""));
        assertThat(order(robot)).startsWith("2@2", "0@8").endsWith("1@5");
        assertThat(selection()).as("found more").containsExactly("0@8");

        end();
        assertSelected(robot, "0@8");
        assertThat(order(robot)).startsWith("2@2", "0@8").endsWith("1@5");
        assertThat(selection()).containsExactly("0@8");

        sortBy(robot, "size");
        assertThat(order(robot)).startsWith("1@5").endsWith("0@8", "2@2");
        sortBy(robot, "size");
        assertThat(order(robot)).containsExactly("2@2", "2@1", "0@8", "1@5", "0@7");
    }

    @Test
    void values_and_keys_are_sorted_as_they_read(FxRobot robot) {
        rig.ask("x");
        find(match(0, 7, 300, "b"), match(0, 8, 100, "c"), match(1, 5, 200, "a"));
        sortBy(robot, "value");
        assertThat(order(robot)).containsExactly("1@5", "0@7", "0@8");
        sortBy(robot, "key");
        assertThat(order(robot)).containsExactly("1@5", "0@7", "0@8");
        sortBy(robot, "key");
        assertThat(order(robot)).containsExactly("0@8", "0@7", "1@5");
    }

    @Test
    void values_that_are_numbers_are_sorted_as_numbers_like_those_of_a_live_table(FxRobot robot) {
        rig.ask("x");
        find(match(0, 7, 300, "10"), match(0, 8, 100, "9"), match(1, 5, 200, "100"));
        sortBy(robot, "value");
        assertThat(order(robot)).containsExactly("0@8", "0@7", "1@5");
        find(match(2, 1, 50, "20"));
        assertThat(order(robot)).containsExactly("0@8", "0@7", "2@1", "1@5");
    }

    @Test
    void all_columns_can_be_read_in_a_small_window_too(FxRobot robot) {
        rig.ask("value.reason=damaged");
        rig.half();
        rig.tick();
        sortBy(robot, "size");
        rig.complete();
        end();
        UiWait.until("the hits", () -> !robot.lookup(".hit").queryAll().isEmpty());
        rig.pictures("sorted");
        rig.resize(960, 600);
        rig.pictures("sorted-narrow");
    }

    private void find(ConsumedRecord... matches) {
        rig.searches.last().find(List.of(matches));
        rig.tick();
    }

    private void end() {
        rig.searches.last().end(SearchEnd.COMPLETE, null);
        UiWait.until("the end", () -> rig.text("#search-verdict").equals("Complete"));
    }

    private static void assertSelected(FxRobot robot, String selected) {
        assertThat(UiWait.onFx(() -> name(table(robot).getSelectionModel().getSelectedItem())))
                .isEqualTo(selected);
    }

    private static void select(FxRobot robot, int... rows) {
        UiWait.runOnFx(() -> table(robot).getSelectionModel().selectIndices(rows[0], rows));
    }

    private static TableView<ConsumedRecord> table(FxRobot robot) {
        return robot.lookup("#search-matches").query();
    }

    /** Clicks on a head of the table, which stands still only when the rows that came last are laid out. */
    private static void sortBy(FxRobot robot, String attribute) {
        UiWait.frames(2);
        robot.clickOn("#search-column-" + attribute);
    }

    private static List<String> order(FxRobot robot) {
        UiWait.frames(2);
        return UiWait.onFx(() ->
                table(robot).getItems().stream().map(MatchesOrderViewTest::name).toList());
    }

    private List<String> selection() {
        return UiWait.onFx(() -> rig.made.get(0).matches().selection().stream()
                .map(MatchesOrderViewTest::name)
                .toList());
    }

    private static String name(ConsumedRecord match) {
        return match.partition().partition() + "@" + match.offset();
    }

    private static ConsumedRecord match(int partition, long offset, long time, String value) {
        return ConsumedRecord.at(new PartitionId("inventory", partition), offset)
                .timestamp(time, TimestampType.CREATE_TIME)
                .key(("k-" + value).getBytes(StandardCharsets.UTF_8))
                .value(value.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
