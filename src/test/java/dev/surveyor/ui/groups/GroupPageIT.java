package dev.surveyor.ui.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.app.KafkaParts;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.kafka.connection.KafkaConnector;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.ui.fx.Fonts;
import dev.surveyor.ui.fx.FxPulse;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NullUnmarked
@ExtendWith({SandboxBroker.class, ApplicationExtension.class})
class GroupPageIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Stage stage;
    private TestConnection connection;
    private ClusterSession session;
    private ScheduledExecutorService generator;
    private String topic;
    private String groupId;
    private GroupPage page;
    private RebalanceLogView log;

    @Start
    void start(Stage shown) {
        Fonts.load();
        Application.setUserAgentStylesheet(Theme.Variant.LIGHT.stylesheet());
        stage = shown;
    }

    @BeforeEach
    void open(TestBroker broker) throws Exception {
        topic = broker.newTopic(6);
        groupId = TestBroker.uniqueName("billing");
        connection = TestConnection.to(broker.bootstrapServers());
        ConnectionProfile profile = TestConnection.profile(broker.bootstrapServers(), Map.of());
        session = new KafkaConnector(connection.threads(), Clock.systemUTC(), new KafkaParts())
                .connect(profile, Map.of())
                .get(60, TimeUnit.SECONDS);
        generator = Executors.newSingleThreadScheduledExecutor();
        var unused = generator.scheduleAtFixedRate(() -> broker.sendMany(topic, 6, 12), 0, 100, TimeUnit.MILLISECONDS);
        UiWait.runOnFx(() -> {
            FakeClipboards clipboards = new FakeClipboards();
            SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
            FxPulse pulse = new FxPulse();
            page = new GroupPage(
                    session,
                    groupId,
                    List.of(topic),
                    new Toolkit(
                            new FxUiExecutor(),
                            pulse,
                            Runnable::run,
                            Clock.systemUTC(),
                            zone,
                            new FakeDialogs(),
                            clipboards,
                            new FakeSettings()),
                    () -> {});
            log = new RebalanceLogView(session.events(), pulse, zone, clipboards);
            log.setPrefHeight(140);
            HBox status = new HBox();
            status.getChildren().addAll(page.statusCounts());
            status.getChildren().addAll(page.statusState());
            BorderPane root = new BorderPane(page.content());
            root.setBottom(new javafx.scene.layout.VBox(log, status));
            Stages.show(stage, new Scene(root, 1060, 800));
        });
    }

    @AfterEach
    void close() {
        generator.shutdownNow();
        UiWait.runOnFx(() -> {
            page.close();
            log.close();
            stage.hide();
        });
        session.close();
        connection.close();
    }

    @Test
    void members_come_vanish_and_are_taken_over_on_a_real_broker(FxRobot robot, TestBroker broker) {
        robot.clickOn("#group-empty-add");
        robot.interact(() -> page.model().form().assignorProperty().set(Assignor.COOPERATIVE_STICKY));
        robot.clickOn("#group-add-start");
        UiWait.until("the first owns six", LIMIT, () -> owned(0) == 6);
        robot.clickOn("#group-member-add");
        robot.clickOn("#group-add-start");
        UiWait.until("the second owns three", LIMIT, () -> owned(1) == 3 && owned(0) == 3);
        UiWait.until("rates are known", LIMIT, () -> !text(robot, "#group-rate-total")
                .equals("—"));

        robot.interact(() -> robot.lookup("#group-members").query().requestFocus());
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        assertThat(text(robot, "#group-member-name")).startsWith("B · ");
        robot.clickOn("#group-member-vanish");
        UiWait.until("the other takes over when the session ran out", LIMIT, () -> owned(0) == 6);
        Pictures.check(stage, Path.of("target/pictures/group-real-light.png"));

        try (KafkaConsumer<byte[], byte[]> other = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        groupId,
                        "client.id",
                        "worker-9f2",
                        "partition.assignment.strategy",
                        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor",
                        "heartbeat.interval.ms",
                        1000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            other.subscribe(List.of(topic));
            Await.until("a member of another program is seen", LIMIT, () -> {
                other.poll(Duration.ofMillis(20));
                return UiWait.onFx(() -> owned(2)) == 3;
            });
            UiWait.runOnFx(() -> Application.setUserAgentStylesheet(Theme.Variant.DARK.stylesheet()));
            Pictures.check(stage, Path.of("target/pictures/group-real-dark.png"));
        }

        assertThat(seconds(text(robot, "#group-unowned-total"))).isGreaterThan(5);
        assertThat(Long.parseLong(text(robot, "#group-redelivered-total").replace("\u00a0", "")))
                .as("what the vanished member had not committed")
                .isPositive();
        assertThat(log.getItems()).hasSizeGreaterThan(8);
    }

    private int owned(int lane) {
        List<LaneModel> lanes = page.model().chartProperty().get().lanes();
        return lanes.size() <= lane ? -1 : lanes.get(lane).lane().open().size();
    }

    private static double seconds(String text) {
        return Double.parseDouble(text.replace(" s", ""));
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Label.class).getText());
    }
}
