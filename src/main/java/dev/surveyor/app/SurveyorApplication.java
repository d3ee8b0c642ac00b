package dev.surveyor.app;

import dev.surveyor.store.PlatformFolders;
import dev.surveyor.ui.fx.AppIcon;
import dev.surveyor.ui.fx.MenuKey;
import dev.surveyor.ui.fx.ToolkitLog;
import dev.surveyor.ui.shell.Shell;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window and closes everything behind it. */
public final class SurveyorApplication extends Application {

    private final ToolkitLog toolkitLog = new ToolkitLog();
    private @Nullable AppGraph graph;

    @Override
    public void start(Stage stage) {
        AppGraph made = new AppGraph(PlatformFolders.detect());
        graph = made;
        Shell shell = made.shell();
        stage.setTitle("Surveyor");
        stage.getIcons().addAll(AppIcon.all());
        Scene scene = new Scene(shell.root());
        MenuKey.in(scene);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.close(stage);
        });
        shell.attach(stage);
        stage.show();
    }

    @Override
    public void stop() {
        AppGraph open = graph;
        if (open != null) {
            open.close();
        }
        toolkitLog.close();
    }
}
