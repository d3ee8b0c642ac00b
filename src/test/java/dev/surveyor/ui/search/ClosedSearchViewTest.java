package dev.surveyor.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.UiWait;
import java.lang.ref.WeakReference;
import java.time.ZoneOffset;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a search page leaves behind, and what it follows while it is open. */
@ExtendWith(ApplicationExtension.class)
class ClosedSearchViewTest {

    private SearchRig rig;

    @Start
    void start(Stage stage) {
        rig = new SearchRig(stage);
    }

    @Test
    void a_closed_search_leaves_nothing_in_memory() {
        WeakReference<SearchPage> closed = UiWait.onFx(() -> {
            SearchPage page = rig.make();
            rig.show(page);
            return new WeakReference<>(page);
        });
        UiWait.frames(2);
        UiWait.runOnFx(() -> {
            Objects.requireNonNull(closed.get()).close();
            rig.show(rig.page);
            rig.made.clear();
        });
        UiWait.until("the closed page is gone", () -> {
            System.gc();
            return closed.get() == null;
        });
    }

    @Test
    void an_open_search_follows_the_zone(FxRobot robot) {
        assertThat(timeTitle(robot)).isEqualTo("Time (UTC+1)");
        UiWait.runOnFx(() -> rig.zone.set(ZoneOffset.ofHours(3)));
        assertThat(timeTitle(robot)).isEqualTo("Time (UTC+3)");
    }

    private static String timeTitle(FxRobot robot) {
        return UiWait.onFx(() -> robot.lookup("#search-matches")
                .<TableView<?>>query()
                .getColumns()
                .get(0)
                .getText());
    }
}
