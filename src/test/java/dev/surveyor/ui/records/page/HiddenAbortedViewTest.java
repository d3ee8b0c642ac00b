package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.search.FakeSearches;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Records of aborted transactions are hidden, filtered for, and shown again. */
@ExtendWith(ApplicationExtension.class)
class HiddenAbortedViewTest {

    private final FakeSearches log = new FakeSearches();

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @BeforeEach
    void start() {
        UiWait.runOnFx(() -> {
            log.records.addAll(Samples.plain(0, 0, 12));
            log.aborted.addAll(List.of(3L, 4L, 5L));
            log.lastStable = 10;
            rig.cluster.session.with(log);
        });
    }

    @Test
    void the_menu_hides_them_and_the_chip_shows_them_again(FxRobot robot) {
        read();
        robot.interact(() -> item(robot).setSelected(true));
        awaitRows(9);
        assertThat(text(robot, "#records-aborted-hidden")).isEqualTo("Aborted hidden: 3");
        assertThat(text(robot, "#records-filtered")).isEqualTo("3");
        rig.picture("aborted-hidden");
        robot.interact(() -> rig.model.transactions().wantedProperty().set(true));
        robot.clickOn("#records-filter").write("is:aborted").type(KeyCode.ENTER);
        awaitRows(0);
        assertThat(text(robot, "#records-empty")).isEqualTo("0 of 12 buffered records match");
        rig.picture("aborted-hidden-and-filtered");
        robot.clickOn("#records-empty-show-aborted");
        awaitRows(3);
        assertThat(UiWait.onFx(() -> item(robot).isSelected())).isFalse();
        assertThat(text(robot, "#records-filter-matches")).isEqualTo("3 of 12");
        rig.picture("aborted-filtered");
        robot.interact(() -> item(robot).setSelected(true));
        robot.interact(() -> rig.model.filter().clear());
        awaitRows(9);
        robot.clickOn("#records-aborted-hidden");
        awaitRows(12);
        assertThat(text(robot, "#records-filtered")).isEqualTo("0");
    }

    @Test
    void what_is_not_looked_up_yet_is_said_and_not_shown(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        robot.interact(() -> item(robot).setSelected(true));
        rig.poll(log.records);
        assertThat(text(robot, "#records-aborted-hidden")).isEqualTo("Aborted hidden: 0 · looking up…");
        assertThat(text(robot, "#records-empty"))
                .isEqualTo("0 of 12 buffered records are shown: aborted ones are hidden");
        rig.picture("aborted-looking-up");
        rig.clock.forward(Duration.ofSeconds(2));
        rig.tick();
        awaitRows(9);
        assertThat(text(robot, "#records-aborted-hidden")).isEqualTo("Aborted hidden: 3");
    }

    private void read() {
        rig.run(rig.model.consume()::start);
        rig.poll(log.records);
    }

    private void awaitRows(int count) {
        UiWait.until(count + " rows", () -> {
            rig.pulse.tick();
            return rig.model.feed().rows().size() == count;
        });
        rig.tick();
    }

    private static CheckMenuItem item(FxRobot robot) {
        MenuButton more = robot.lookup("#records-more").queryAs(MenuButton.class);
        return (CheckMenuItem) more.getItems().stream()
                .filter(each -> "records-hide-aborted".equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }
}
