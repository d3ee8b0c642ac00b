package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The producer page under a hand, and its pictures. */
@ExtendWith(ApplicationExtension.class)
class ProducerViewTest {

    private static final double SIDEBAR = 220;

    private final FakeProducers producers = new FakeProducers();
    private final FakeSession session = producers.session(Environment.SANDBOX);
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final ManualPulse pulse = new ManualPulse();
    private Theme theme;
    private Stage stage;
    private ProducerPage page;

    @TempDir
    Path folder;

    private final SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneId.of("Europe/Berlin"));
    private int eventsOpened;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        ProducerContext context = new ProducerContext(
                session,
                new Toolkit(
                        new FxUiExecutor(),
                        pulse,
                        Runnable::run,
                        Clock.fixed(Instant.parse("2026-11-22T09:02:14Z"), ZoneOffset.UTC),
                        zone,
                        dialogs,
                        clipboards,
                        new FakeSettings()),
                place -> {},
                () -> eventsOpened++);
        page = new ProducerPage(context, "orders");
        Stages.show(shown, new Scene((Parent) page.content(), 1280 - SIDEBAR, 664));
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(() -> page.close());
    }

    @Test
    void sends_that_report_to_the_shared_stream_are_counted_below_the_list(FxRobot robot) {
        robot.interact(() -> page.model().routeProperty().set(ReportRoute.EVENT_STREAM));
        robot.clickOn("#producer-send");
        UiWait.until("sent", () -> !producers.sessions.isEmpty());
        UiWait.runOnFx(pulse::tick);
        robot.interact(() -> page.model().routeProperty().set(ReportRoute.OWN_PANEL));
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#producer-streamed").queryAs(Label.class).getText()))
                .startsWith("1 send reports to Events");
        Pictures.check(stage, Path.of("target/pictures/producer-streamed.png"));
        robot.clickOn("#producer-streamed-open");
        assertThat(eventsOpened).isEqualTo(1);
    }

    @Test
    void sends_without_an_answer_have_a_state_and_a_count_of_their_own(FxRobot robot) {
        robot.interact(() -> {
            page.model().form().options().setIdempotence(false);
            page.model().form().options().chooseAcks(ProducerSettings.Acks.NONE);
            page.model().send();
            page.model().send();
        });
        producers.last().acknowledge(0, 3, Duration.ofMillis(4));
        UiWait.runOnFx(pulse::tick);

        assertThat(label("#producer-unanswered").getText()).isEqualTo("no answer 1");
        assertThat(label("#producer-acked").getText()).isEqualTo("acked 0");
        assertThat(label("#producer-queued").getText()).isEqualTo("queued 1");
        assertThat(label("#producer-sent").getText()).isEqualTo("= 2 sent");
        Pictures.check(stage, Path.of("target/pictures/producer-unanswered.png"));
    }

    @Test
    void another_time_zone_reaches_the_open_page(FxRobot robot) {
        TableView<?> table = robot.lookup("#producer-deliveries").queryAs(TableView.class);
        assertThat(table.getColumns().get(1).getText()).isEqualTo("Time (Berlin)");
        robot.interact(() -> zone.set(ZoneOffset.UTC));
        assertThat(table.getColumns().get(1).getText()).isEqualTo("Time (UTC)");
    }

    @Test
    void a_key_that_is_held_sends_once(FxRobot robot) {
        robot.clickOn("#producer-value");
        robot.press(KeyCode.CONTROL);
        robot.press(KeyCode.ENTER).press(KeyCode.ENTER).press(KeyCode.ENTER);
        robot.release(KeyCode.ENTER);
        UiWait.until("sent", () -> !producers.sessions.isEmpty());
        assertThat(producers.last().records).hasSize(1);

        robot.press(KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        UiWait.until("sent again", () -> producers.last().records.size() == 2);
    }

    @Test
    void a_typed_record_is_sent_and_its_row_turns_to_acked(FxRobot robot) {
        robot.clickOn("#producer-key-presence-value").clickOn("#producer-key").write("cust-24");
        robot.clickOn("#producer-value");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("{\"id\": 7}");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        UiWait.until("sent", () -> !producers.sessions.isEmpty());
        assertThat(producers.last().records.get(0).value()).isEqualTo("{\"id\": 7}".getBytes(StandardCharsets.UTF_8));
        producers.last().acknowledge(0, 3, Duration.ofMillis(4));
        UiWait.runOnFx(pulse::tick);
        UiWait.until("acked", () -> label("#producer-acked").getText().equals("acked 1"));
        UiWait.until("the link", () -> node("#producer-show-1") != null);
        assertThat(label("#producer-value-validity").getText()).isEqualTo("valid JSON");
    }

    @Test
    void headers_are_added_typed_and_pasted(FxRobot robot) {
        robot.clickOn("#producer-header-add").clickOn("#producer-header-key-1").write("trace-id");
        robot.clickOn("#producer-header-value-1").write("abc");
        clipboards.copy("{\"retry\": 0, \"note\": \"\"}");
        robot.clickOn("#producer-headers-paste");
        UiWait.until(
                "three headers",
                () -> label("#producer-headers-count").getText().equals("3"));
        robot.clickOn("#producer-header-key-1").push(KeyCode.ALT, KeyCode.DOWN);
        robot.clickOn("#producer-send");
        UiWait.until("sent", () -> !producers.sessions.isEmpty());
        assertThat(producers.last().records.get(0).headers().toString())
                .isEqualTo("[retry=\"0\", trace-id=\"abc\", note=<empty>]");
    }

    @Test
    void bad_json_disables_send_beside_the_reason(FxRobot robot) {
        robot.clickOn("#producer-value").push(KeyCode.CONTROL, KeyCode.A).write("{\"id\": ");
        UiWait.until("disabled", () -> node("#producer-send").isDisabled());
        assertThat(label("#producer-send-reason").getText()).startsWith("Value: line 1");
        robot.clickOn("#producer-send-as-text");
        UiWait.until("enabled", () -> !node("#producer-send").isDisabled());
    }

    @Test
    void a_failed_send_says_why(FxRobot robot) {
        robot.clickOn("#producer-send");
        UiWait.until("sent", () -> !producers.sessions.isEmpty());
        producers.last().fail(0, "Not delivered within 2 000 ms.");
        UiWait.runOnFx(pulse::tick);
        UiWait.until("the link", () -> node("#producer-why-1") != null);
        robot.clickOn("#producer-why-1");
        assertThat(dialogs.asked()).hasSize(1);
        assertThat(dialogs.asked().get(0)).isInstanceOf(BrokerFailure.class);
    }

    @Test
    void a_file_becomes_the_value(FxRobot robot) throws Exception {
        Path file = folder.resolve("value.bin");
        Files.write(file, new byte[] {0, 1, 2, (byte) 0xfe});
        dialogs.choosing(file);
        robot.clickOn("#producer-value-file");
        UiWait.until("hex", () -> label("#producer-value-validity").getText().equals("valid Hex"));
        robot.clickOn("#producer-send");
        UiWait.until("sent", () -> !producers.sessions.isEmpty());
        assertThat(producers.last().records.get(0).value()).containsExactly(0, 1, 2, 0xfe);
    }

    @ParameterizedTest
    @EnumSource(Theme.Variant.class)
    void pictures(Theme.Variant variant) {
        UiWait.runOnFx(() -> {
            theme.choiceProperty().set(Theme.Choice.valueOf(variant.name()));
            fillAsInThePicture();
        });
        for (double[] size : new double[][] {{1280 - SIDEBAR, 664}, {960 - SIDEBAR, 464}}) {
            UiWait.runOnFx(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            Path file = Path.of("target", "pictures", "producer-" + variant + "-" + (int) size[0] + ".png");
            Pictures.check(stage, file);
        }
    }

    private void fillAsInThePicture() {
        ProducerViewModel model = page.model();
        model.form().key().set(dev.surveyor.codec.encode.ValueType.STRING, Presence.VALUE, "cust-24");
        model.form().opaqueProperty().set("burst-7");
        model.form()
                .value()
                .textProperty()
                .set("{\n  \"id\": {{seq}},\n  \"status\": \"paid\",\n  \"total\": 120.50,\n"
                        + "  \"customer\": { \"key\": \"cust-24\" },\n  \"at\": \"{{now}}\",\n  \"gift\": null\n}");
        HeaderList headers = model.form().headers();
        headers.paste("trace-id={{uuid}}\nsource=checkout\nretry=0\ndebug=x\nnote=\nsig=DE AD BE EF\nsource=web-2");
        headers.rows().get(0).value().typeProperty().set(dev.surveyor.codec.encode.ValueType.UUID);
        headers.rows().get(2).value().typeProperty().set(dev.surveyor.codec.encode.ValueType.INT32);
        headers.rows().get(3).value().presenceProperty().set(Presence.NULL);
        headers.rows().get(5).value().typeProperty().set(dev.surveyor.codec.encode.ValueType.HEX);
        for (int i = 0; i < 7; i++) {
            model.send();
        }
        FakeProducers.Session producer = producers.last();
        producer.fail(0, "Timed out: orders[3] took no record for 2 000 ms.");
        for (int i = 1; i < 4; i++) {
            producer.acknowledge(i, 3, Duration.ofNanos(3_900_000 + i * 100_000L));
        }
        producer.inFlight(4);
        producer.inFlight(5);
        model.burst().countProperty().set("1 000");
        model.flush().start();
        pulse.tick();
    }

    private Node node(String id) {
        return stage.getScene().lookup(id);
    }

    private Label label(String id) {
        return (Label) node(id);
    }
}
