package dev.surveyor.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.fx.FocusHeir;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CommandPaletteViewTest {

    private CommandPalette palette;
    private Button second;
    private final List<String> done = new ArrayList<>();

    @Start
    void start(Stage stage) {
        new Theme().install();
        palette = new CommandPalette();
        Button first = new Button("first");
        second = new Button("second");
        StackPane window = new StackPane(new VBox(first, second), palette);
        FocusHeir.keep(window, Platform::runLater, first::requestFocus);
        window.getStylesheets()
                .add(Objects.requireNonNull(CommandPalette.class.getResource("/dev/surveyor/ui/shell/shell.css"))
                        .toExternalForm());
        Stages.show(stage, new Scene(window, 960, 600));
    }

    @Test
    void what_cannot_be_done_stays_in_sight_and_does_nothing(FxRobot robot) {
        PaletteEntry mark =
                new PaletteEntry("Mark (no record is selected)", "not now", "Ctrl+D", Feather.CHEVRON_RIGHT, null);
        PaletteEntry keys =
                new PaletteEntry("All keys", "command", "", Feather.CHEVRON_RIGHT, () -> done.add("All keys"));
        UiWait.runOnFx(() -> palette.show("Type", typed -> List.of(mark, keys), typed -> ""));
        robot.type(KeyCode.ENTER);
        assertThat(palette.isVisible()).isTrue();
        assertThat(done).isEmpty();

        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(palette.isVisible()).isFalse();
        assertThat(done).containsExactly("All keys");
    }

    @Test
    void esc_gives_the_focus_back_to_the_control_that_had_it(FxRobot robot) {
        UiWait.runOnFx(() -> {
            second.requestFocus();
            palette.show("Type", typed -> List.of(), typed -> "Nothing: " + typed);
        });
        robot.type(KeyCode.ESCAPE);
        UiWait.frames(2);
        assertThat(UiWait.onFx(() -> palette.getScene().getFocusOwner())).isEqualTo(second);
    }

    @Test
    void where_nothing_fits_it_says_so_of_what_is_typed(FxRobot robot) {
        UiWait.runOnFx(() -> palette.show("Type", typed -> List.of(), typed -> "Nothing: " + typed));
        robot.write("x");
        Labeled empty = robot.lookup("#palette-empty").queryLabeled();
        assertThat(UiWait.onFx(empty::isVisible)).isTrue();
        assertThat(UiWait.onFx(empty::getText)).isEqualTo("Nothing: x");
    }

    @Test
    void tab_does_not_leave_it_for_what_lies_under_it(FxRobot robot) {
        UiWait.runOnFx(() -> palette.show("Type", typed -> List.of(), typed -> "Nothing: " + typed));
        robot.type(KeyCode.TAB).write("x");
        assertThat(UiWait.onFx(() -> palette.getScene().getFocusOwner().getId()))
                .isEqualTo("palette-query");
    }
}
