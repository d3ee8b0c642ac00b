package dev.surveyor.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {

    private final FakeSettings settings = new FakeSettings();
    private Theme theme;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        Preferences preferences = new Preferences(settings);
        theme.choiceProperty().bindBidirectional(preferences.themeProperty());
        Stages.show(stage, new Scene(new SettingsView(new SettingsViewModel(preferences)), 960, 538));
    }

    @Test
    void a_choice_applies_at_once_and_is_remembered(FxRobot robot) {
        Pictures.check(stage, Path.of("target/pictures/settings-LIGHT.png"));
        robot.clickOn("#settings-theme-dark");
        UiWait.until(
                "the theme is dark",
                () -> Theme.Variant.DARK.stylesheet().equals(Application.getUserAgentStylesheet()));
        robot.clickOn("#settings-zone-utc");
        robot.clickOn("#settings-rows-compact");
        robot.clickOn("#settings-order-newest-first");
        assertThat(settings.texts)
                .containsEntry("appearance.theme", "dark")
                .containsEntry("time.zone", "utc")
                .containsEntry("appearance.rows", "compact")
                .containsEntry("records.order", "newest_first");
    }

    @Test
    void a_number_out_of_range_is_pointed_out_and_not_applied(FxRobot robot) {
        robot.clickOn("#settings-buffer-records").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("7");
        assertThat(robot.lookup("#settings-buffer-records-hint")
                        .queryAs(Label.class)
                        .getText())
                .contains("out of range");
        Pictures.check(stage, Path.of("target/pictures/settings-problem.png"));
        assertThat(settings.texts).isEmpty();
    }
}
