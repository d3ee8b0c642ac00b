package dev.surveyor.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.log.LogContext;
import dev.surveyor.service.log.LogLevel;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LogViewTest {

    private static final Instant NOW = Instant.parse("2026-01-02T10:02:11.482Z");

    private final ManualPulse pulse = new ManualPulse();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final EventStream stream = new EventStream(EventStream.DEFAULT_CAPACITY);
    private ProblemsViewModel problems;
    private Theme theme;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
        EventsViewModel events = new EventsViewModel(pulse, clipboards, zone);
        events.show(stream);
        problems = new ProblemsViewModel(pulse, clipboards, zone);
        problems.watch("orders-prod", stream);
        EventsView top = new EventsView(events, new FxUiExecutor());
        ProblemsView bottom = new ProblemsView(problems);
        top.setPrefHeight(220);
        bottom.setPrefHeight(220);
        Stages.show(stage, new Scene(new VBox(16, top, bottom), 960, 456));
    }

    private static BrokerFailure failure() {
        return new BrokerFailure(
                "orders-prod: broker 2 closed the connection.",
                "It may have been restarted.",
                List.of("Wait: the client goes on trying", "Look at the broker's log"),
                "org.apache.kafka.common.errors.DisconnectException",
                BrokerFailure.Kind.RETRIABLE);
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            stream.publish(new ClientEvent.ReadTimedOut(NOW.plusMillis(i * 10L), "explorer-1", Duration.ofMillis(i)));
        }
        for (int i = 0; i < 37; i++) {
            stream.publish(new ClientEvent.ClientError(NOW.plusSeconds(1), "explorer-1", failure(), false));
        }
        UiWait.runOnFx(pulse::tick);
        UiWait.frames(2);
    }

    @Test
    void the_list_follows_its_end_until_the_user_scrolls_away(FxRobot robot) {
        publish(100);
        UiWait.until(
                "the last event is shown",
                () -> robot.lookup("error").tryQuery().isPresent());
        ToggleButton follow = robot.lookup("#events-follow").queryAs(ToggleButton.class);
        Pictures.inBothThemes(stage, theme, "log");
        assertThat(follow.isSelected()).isTrue();
        robot.moveTo("#events-table");
        Gestures.wheelUp(robot, 10);
        UiWait.until("following stopped", () -> !follow.isSelected());
        publish(1);
        assertThat(follow.isSelected()).isFalse();
        robot.clickOn("#events-table").push(KeyCode.END);
        UiWait.until("following goes on", follow::isSelected);
    }

    @Test
    void the_selected_events_are_copied_whole(FxRobot robot) {
        publish(1);
        robot.clickOn("#events-filter").write("read timed");
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#events-count").queryAs(Label.class).getText()))
                .isEqualTo("1 of 38 events");
        robot.clickOn("#events-copy-all");
        assertThat(clipboards.text()).contains("2026-01-02T10:02:11.482Z\texplorer-1");
    }

    @Test
    void the_same_failures_are_one_row_with_what_why_and_what_to_do(FxRobot robot) {
        publish(1);
        assertThat(robot.lookup("×37").tryQuery()).isPresent();
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#problems-remedies").queryAs(Label.class).getText()))
                .contains("Wait: the client goes on trying");
        robot.clickOn("#problems-copy");
        assertThat(clipboards.text()).contains("DisconnectException", "37 times");
        robot.clickOn("#problems-clear");
        assertThat(UiWait.onFx(() -> robot.lookup("No problems").query().isVisible()))
                .isTrue();
    }

    @Test
    void the_level_of_a_context_is_changed_while_clients_run(FxRobot robot) {
        FakeClientLog log = new FakeClientLog();
        log.lines().publish(new ClientEvent.LogLine(NOW, "explorer-1", "cgrp", 6, "Successfully joined group"));
        log.lines().publish(new ClientEvent.LogLine(NOW, "explorer-1", "fetch", 4, "Out of range"));
        UiWait.runOnFx(() -> {
            SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
            EventsViewModel lines = new EventsViewModel(pulse, clipboards, zone, "line");
            stage.getScene().setRoot(new ClientLogView(lines, log, new FxUiExecutor()));
        });
        Pictures.check(stage, Path.of("target/pictures/client-log.png"));
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#log-count").queryAs(Label.class).getText()))
                .isEqualTo("2 lines");
        MenuButton levels = robot.lookup("#log-levels").queryAs(MenuButton.class);
        UiWait.runOnFx(() -> levels.getItems().stream()
                .filter(item -> "log-level-cgrp".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> "log-level-cgrp-debug".equals(item.getId()))
                .toList()
                .forEach(MenuItem::fire));
        assertThat(log.level(LogContext.CGRP)).isEqualTo(LogLevel.DEBUG);
        assertThat(levels.getText()).isEqualTo("Levels: 1 changed");
        robot.clickOn("#log-copy-all");
        assertThat(clipboards.text())
                .startsWith("[2026-01-02T10:02:11Z][explorer-1][cgrp][6]Successfully joined group");
    }
}
