package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.task.Unfinished;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The buttons say what is asked for. */
@ExtendWith(ApplicationExtension.class)
class ClosingSheetViewTest {

    private final Theme theme = new Theme();
    private final ClosingViewModel model = new ClosingViewModel(new ManualPulse());
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        theme.install();
        Sheets sheets = new Sheets();
        new ClosingSheet(model).over(sheets);
        Stages.show(given, new Scene(new StackPane(new Button("below"), sheets), 800, 400));
    }

    @Test
    void disconnecting_is_not_called_closing(FxRobot robot) {
        Unfinished left = new Unfinished(1_200, 37, 0, List.of());
        UiWait.runOnFx(() -> model.disconnect("Disconnect from staging?", () -> left, () -> {}));
        assertThat(words(robot, "#closing-wait")).isEqualTo("_Wait, then disconnect");
        assertThat(words(robot, "#closing-anyway")).isEqualTo("Disconnect _anyway");
        Pictures.inBothThemes(stage, theme, "closing-disconnect");
        UiWait.runOnFx(() -> {
            model.stay();
            model.close("Close Surveyor?", () -> left, () -> {});
        });
        assertThat(words(robot, "#closing-wait")).isEqualTo("_Wait, then close");
        assertThat(words(robot, "#closing-anyway")).isEqualTo("Close _anyway");
    }

    private static String words(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }
}
