package dev.surveyor.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.connection.ClientPropertiesImport;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.FakeCatalog;
import dev.surveyor.service.connection.FakeConnector;
import dev.surveyor.service.connection.FakeProfileStore;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.service.sandbox.SandboxState.Status;
import dev.surveyor.service.sandbox.SandboxState.Step;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.FakeSandbox;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WelcomeViewTest {

    private final FakeSandbox sandbox = new FakeSandbox(new SandboxState.Stopped());
    private final FakeProfileStore store = new FakeProfileStore();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private ConnectionService connections;
    private Theme theme;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        connections = new ConnectionService(store, new FakeConnector(), Runnable::run);
        FxUiExecutor ui = new FxUiExecutor();
        WelcomeActions actions = new WelcomeActions(
                server -> {
                    calls.add("ready " + server);
                    return CompletableFuture.completedFuture(null);
                },
                () -> calls.add("add"),
                id -> calls.add("connect " + id));
        WelcomeViewModel model = new WelcomeViewModel(
                sandbox, connections, new FakeSettings(), ui, new ManualPulse(), Clock.systemUTC(), actions);
        ImportViewModel importModel = new ImportViewModel(
                new ClientPropertiesImport(new FakeCatalog()),
                Runnable::run,
                ui,
                draft -> calls.add("imported " + draft.name()));
        Sheets sheets = new Sheets();
        ImportSheet unused = new ImportSheet(importModel, sheets, new FakeDialogs());
        WelcomeView welcome = new WelcomeView(
                model,
                importModel,
                theme.choiceProperty(),
                Path.of("/home/ada/.local/share/surveyor/sandbox"),
                new FakeClipboards());
        Stages.show(stage, new Scene(new StackPane(welcome, sheets), 1280, 738));
    }

    private void picture(String name) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            for (int width : new int[] {1280, 960}) {
                UiWait.runOnFx(() -> {
                    stage.setWidth(width);
                    stage.setHeight(width == 960 ? 538 : 738);
                });
                Path file = Path.of("target/pictures/" + name + "-" + choice + "-" + width + ".png");
                Pictures.check(stage, file);
            }
        }
    }

    @Test
    void one_click_starts_the_sandbox_and_the_steps_are_shown(FxRobot robot) {
        picture("welcome");
        robot.clickOn("#welcome-start-sandbox");
        sandbox.state(new SandboxState.Starting(List.of(
                new Step("Prepare folder", Status.DONE, Duration.ofMillis(40)),
                new Step("Format storage", Status.DONE, Duration.ofMillis(440)),
                new Step("Start broker", Status.RUNNING, null),
                new Step("Create topics", Status.WAITING, null),
                new Step("Fill sample data", Status.WAITING, null))));
        UiWait.until(
                "the steps are shown",
                () -> robot.lookup("Start broker").tryQuery().isPresent());
        picture("welcome-starting");
        sandbox.start.complete("127.0.0.1:4000");
        UiWait.until("the window is told", () -> calls.contains("ready 127.0.0.1:4000"));
    }

    @Test
    void a_start_that_fails_says_what_why_and_what_to_do(FxRobot robot) {
        robot.clickOn("#welcome-start-sandbox");
        sandbox.start.completeExceptionally(new BrokerFailureException(
                new BrokerFailure(
                        "The sandbox did not start.",
                        "Its data folder is used by another Surveyor.",
                        List.of(
                                "Use the other window",
                                "Look at the log in /home/ada/.local/share/surveyor/sandbox/log"),
                        "java.io.IOException: locked",
                        BrokerFailure.Kind.FATAL),
                null));
        UiWait.until(
                "the banner is shown",
                () -> robot.lookup("#welcome-failure").query().isVisible());
        picture("welcome-failed");
        assertThat(UiWait.onFx(() -> robot.lookup("#welcome-failure-what")
                        .queryAs(Label.class)
                        .getText()))
                .isEqualTo("The sandbox did not start.");
        robot.clickOn("#welcome-start-sandbox");
        assertThat(UiWait.onFx(() -> robot.lookup("#welcome-failure").query().isVisible()))
                .isFalse();
        robot.clickOn("#welcome-sandbox-cancel");
        assertThat(sandbox.start).isCancelled();
    }

    @Test
    void a_pasted_text_is_imported(FxRobot robot) {
        robot.clickOn("#welcome-import");
        robot.clickOn("#import-text").write("bootstrap.servers=b1.example:9092");
        picture("welcome-import");
        robot.clickOn("#import-accept");
        UiWait.until("the draft is handed on", () -> calls.contains("imported b1.example"));
    }

    @Test
    void saved_connections_are_one_click_away(FxRobot robot) {
        UiWait.runOnFx(() -> connections.sandboxRuns("127.0.0.1:4000"));
        UiWait.until(
                "the connection is shown",
                () -> robot.lookup("#welcome-connect-sandbox").tryQuery().isPresent());
        picture("welcome-saved");
        UiWait.runOnFx(() -> stage.setHeight(800));
        robot.clickOn("#welcome-connect-sandbox");
        assertThat(calls).containsExactly("connect sandbox");
    }
}
