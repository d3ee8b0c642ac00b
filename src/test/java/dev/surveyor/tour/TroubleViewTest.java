package dev.surveyor.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the program itself is said in its window, whatever that shows. */
class TroubleViewTest {

    @TempDir
    Path home;

    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    private TourWindow start() throws TimeoutException {
        return new TourWindow(home, Path.of("target", "trouble"), TourWindow.Size.WIDE);
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void settings_that_cannot_be_saved_are_told_from_the_start() throws Exception {
        Files.writeString(home.resolve("settings"), "a file where the folder should be");
        try (TourWindow window = start()) {
            Node banner = window.node("trouble-settings");
            assertThat(UiWait.onFx(banner::getAccessibleText))
                    .contains("Settings cannot be saved in " + home.resolve("settings"))
                    .contains("not a folder")
                    .contains("until you close Surveyor")
                    .contains("SURVEYOR_HOME");
            window.picture("settings");
            assertThat(window.find("toast-text")).isEmpty();
            window.click("trouble-settings-close");
            assertThat(window.find("trouble-settings")).isEmpty();
        }
    }

    @Test
    void what_fails_inside_the_program_is_told_and_kept() throws Exception {
        try (TourWindow window = start()) {
            Platform.runLater(() -> {
                throw new IllegalStateException("a value that nobody expected");
            });
            Node banner = window.node("trouble-crash");
            assertThat(UiWait.onFx(banner::getAccessibleText))
                    .contains("inside Surveyor", "a value that nobody expected");
            assertThat(window.text("status-problems")).isEqualTo("1 problem");
            window.picture("crash");
            window.click("trouble-crash-close");
            assertThat(window.find("trouble-crash")).isEmpty();
        }
    }

    @Test
    void a_damaged_file_is_told_in_notes_that_stay_and_can_be_closed() throws Exception {
        Path settings = Files.createDirectories(home.resolve("settings"));
        Files.writeString(settings.resolve("connections.json"), "{ half");
        try (TourWindow window = start()) {
            window.until("the notes", () -> window.text("toast-text").contains("damaged"));
            window.picture("damaged");
            window.click("toast-close");
            window.click("toast-close");
            assertThat(window.find("toast-text")).isEmpty();
        }
    }
}
