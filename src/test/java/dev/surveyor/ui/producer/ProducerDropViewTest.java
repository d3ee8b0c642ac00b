package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.transfer.RecordJson;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.produce.Variables;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.parts.DragForms;
import dev.surveyor.ui.parts.DraggedTopic;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What becomes of things that are dropped on a producer. The clipboard stands for the drag board. */
@ExtendWith(ApplicationExtension.class)
class ProducerDropViewTest {

    @TempDir
    Path folder;

    private ProducerPage page;

    @Start
    void start(Stage stage) {
        ProducerContext context = new ProducerContext(
                new FakeProducers().session(Environment.SANDBOX),
                new Toolkit(
                        new FxUiExecutor(),
                        new ManualPulse(),
                        Runnable::run,
                        Clock.fixed(Instant.parse("2026-11-22T09:02:14Z"), ZoneOffset.UTC),
                        new SimpleObjectProperty<>(ZoneId.of("Europe/Berlin")),
                        new FakeDialogs(),
                        new FakeClipboards(),
                        new FakeSettings()),
                place -> {},
                () -> {});
        page = new ProducerPage(context, "orders");
        Stages.show(stage, new Scene((Parent) page.content(), 1060, 664));
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(() -> {
            page.close();
            Clipboard.getSystemClipboard().clear();
        });
    }

    @Test
    void a_record_fills_the_form_with_its_bytes_and_the_topic_stays() {
        byte[] binary = {(byte) 0xff, 0, 1};
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("audit", 2), 9)
                .key("k-1".getBytes(StandardCharsets.UTF_8))
                .value(binary)
                .header("source".getBytes(StandardCharsets.UTF_8), null)
                .build();
        assertThat(drop(records(record))).isTrue();
        Form form = page.model().form();
        assertThat(form.key().sampleBytes()).isEqualTo(record.key());
        assertThat(form.value().sampleBytes()).isEqualTo(binary);
        assertThat(form.headers().headers(Variables.sample())).isEqualTo(record.headers());
        assertThat(form.target().topicProperty().get()).isEqualTo("orders");
    }

    @Test
    void several_records_are_refused_with_the_way_that_sends_them(FxRobot robot) {
        ConsumedRecord record =
                ConsumedRecord.at(new PartitionId("orders", 0), 1).build();
        assertThat(drop(records(record, record))).isFalse();
        assertThat(UiWait.onFx(() -> robot.lookup("#producer-banner").query().isVisible()))
                .isTrue();
        assertThat(UiWait.onFx(() -> robot.lookup("#producer-banner .banner-title")
                        .queryAs(Labeled.class)
                        .getText()))
                .startsWith("2 records cannot be filled in");
    }

    @Test
    void a_topic_becomes_the_topic() {
        assertThat(drop(new DraggedTopic("sandbox", "payments").content())).isTrue();
        assertThat(page.model().form().target().topicProperty().get()).isEqualTo("payments");
    }

    @Test
    void a_file_becomes_the_value() throws Exception {
        Path file = Files.writeString(folder.resolve("value.json"), "{\"id\":7}");
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        assertThat(drop(content)).isTrue();
        UiWait.until(
                "read", () -> page.model().form().value().textProperty().get().equals("{\"id\":7}"));
    }

    private boolean drop(ClipboardContent content) {
        return UiWait.onFx(() -> {
            Clipboard board = Clipboard.getSystemClipboard();
            board.setContent(content);
            assertThat(page.drops().takes(board)).isTrue();
            return page.drops().drop(board);
        });
    }

    private static ClipboardContent records(ConsumedRecord... records) {
        ClipboardContent content = new ClipboardContent();
        content.put(
                DragForms.RECORDS,
                String.join(
                        "\n", List.of(records).stream().map(RecordJson::text).toList()));
        return content;
    }
}
