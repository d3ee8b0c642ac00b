package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.shell.palette.KeysTable;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The list of all keys fits into the smallest window. */
@ExtendWith(ApplicationExtension.class)
class KeysTableViewTest {

    private static final int LEAST_WIDTH = 960;

    private final Sheets sheets = new Sheets();
    private Sheet sheet;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        new Theme().install();
        sheet = new InfoSheet("keys", "Keys", new KeysTable());
        Scene scene = new Scene(new StackPane(new Button("below"), sheets), LEAST_WIDTH, 600);
        scene.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("shell.css"), "shell.css")
                        .toExternalForm());
        Stages.show(given, scene);
    }

    @Test
    void no_key_is_cut_and_none_is_outside() {
        UiWait.runOnFx(() -> sheets.show(sheet));
        UiWait.frames(2);
        Pictures.check(stage, Path.of("target/pictures/keys-960.png"));
        List<String> wrong = new ArrayList<>();
        UiWait.runOnFx(() -> {
            for (Node node : sheet.lookupAll(".label")) {
                double end = node.localToScene(node.getBoundsInLocal()).getMaxX();
                if (node instanceof Label label && (label.getWidth() < label.prefWidth(-1) - 1 || end > LEAST_WIDTH)) {
                    wrong.add(label.getText());
                }
            }
        });
        assertThat(wrong).isEmpty();
    }
}
