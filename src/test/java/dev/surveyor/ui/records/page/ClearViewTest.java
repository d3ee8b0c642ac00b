package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Clearing a table, and taking that back. */
@ExtendWith(ApplicationExtension.class)
class ClearViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void undo_puts_the_rows_and_their_marks_back_before_newer_ones(FxRobot robot) {
        readAndClear(robot);
        assertThat(rig.model.feed().rows()).isEmpty();
        assertThat(text(robot, "#toast-text")).isEqualTo("Cleared 20 records");
        rig.picture("cleared");
        rig.poll(Samples.plain(1, 30_000, 2));
        robot.clickOn("#toast-action");
        rig.tick();

        assertThat(rig.model.feed().rows())
                .filteredOn(row -> row.offset() < 30_000)
                .isNotEmpty();
        assertThat(rig.model.feed().rows().get(0).offset()).isEqualTo(48_198);
        assertThat(rig.model
                        .feed()
                        .rows()
                        .get(rig.model.feed().rows().size() - 1)
                        .offset())
                .isEqualTo(30_001);
        assertThat(rig.model.feed().countsProperty().get().received()).isEqualTo(22);
        assertThat(rig.model.marks().countProperty().get()).isEqualTo(1);
        assertThat(offered(robot)).isFalse();
    }

    @Test
    void undo_gives_the_focus_back_to_where_it_was(FxRobot robot) {
        rig.run(() -> rig.table().requestFocus());
        readAndClear(robot);
        Node before = UiWait.onFx(() -> rig.table().getScene().getFocusOwner());
        robot.clickOn("#toast-action");
        rig.tick();
        assertThat(UiWait.onFx(() -> rig.table().getScene().getFocusOwner())).isSameAs(before);
    }

    @Test
    void after_ten_seconds_the_rows_are_let_go(FxRobot robot) {
        readAndClear(robot);
        rig.clock.forward(Duration.ofSeconds(9));
        rig.tick();
        assertThat(rig.model.clearing().recordsProperty().get()).isEqualTo(20);
        robot.moveTo("#records-table");
        rig.clock.forward(Duration.ofSeconds(2));
        rig.tick();
        assertThat(offered(robot)).isFalse();
        assertThat(rig.model.clearing().recordsProperty().get()).isZero();
        rig.run(() -> rig.model.clearing().undo());
        assertThat(rig.model.feed().rows()).isEmpty();
    }

    @Test
    void a_second_clearing_takes_the_first_offer_away(FxRobot robot) {
        readAndClear(robot);
        rig.poll(Samples.plain(1, 30_000, 1));
        clear(robot);
        assertThat(robot.lookup("#toast-text").queryAll()).hasSize(1);
        assertThat(text(robot, "#toast-text")).isEqualTo("Cleared 1 record");
    }

    @Test
    void nothing_is_offered_for_an_empty_table_or_another_choice(FxRobot robot) {
        clear(robot);
        assertThat(offered(robot)).isFalse();
        readAndClear(robot);
        rig.poll(Samples.plain(1, 30_000, 1));
        rig.run(() -> rig.model.consume().choose(ConsumeChoice.DEFAULT.with(new StartPosition.Beginning())));
        assertThat(offered(robot)).isFalse();
    }

    @Test
    void what_was_moved_since_cannot_be_put_back_and_says_so(FxRobot robot) {
        readAndClear(robot);
        rig.run(() -> rig.cluster.consumer().seekEpoch++);
        robot.clickOn("#toast-action");
        rig.tick();
        assertThat(text(robot, "#records-banner-title")).isEqualTo("The rows cannot be put back.");
        assertThat(rig.model.feed().rows()).isEmpty();
    }

    @Test
    void a_closed_table_lets_go_and_takes_its_offer_away(FxRobot robot) {
        readAndClear(robot);
        rig.close();
        assertThat(offered(robot)).isFalse();
        assertThat(rig.model.clearing().recordsProperty().get()).isZero();
    }

    private void readAndClear(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.model.toggleMark(
                List.of((ConsumedRecord) rig.model.feed().rows().get(0))));
        clear(robot);
    }

    private void clear(FxRobot robot) {
        MenuButton more = robot.lookup("#records-more").queryAs(MenuButton.class);
        rig.run(() -> more.getItems().stream()
                .filter(item -> "records-clear".equals(item.getId()))
                .forEach(item -> item.fire()));
    }

    private static boolean offered(FxRobot robot) {
        return UiWait.onFx(() -> robot.lookup("#toast-action").tryQuery().isPresent());
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }
}
