package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.ui.testing.UiWait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How the inspector says what it decoded, and how another way is chosen. */
@ExtendWith(ApplicationExtension.class)
class DecodeBarViewTest {

    private final Decoding decoding = Decodings.unremembered();
    private InspectorWindow window;

    @Start
    void start(Stage stage) {
        window = new InspectorWindow(stage, decoding);
    }

    @AfterEach
    void end() {
        window.close();
    }

    private void select(byte[] value) {
        window.select(
                ConsumedRecord.at(new PartitionId("orders", 0), 7).value(value).build());
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private void picture(String name) {
        window.picture("decode-" + name);
    }

    @Test
    void what_is_compressed_is_read_and_the_tries_are_listed(FxRobot robot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(out)) {
            packed.write("{\"order\":42,\"status\":\"paid\"}".getBytes(StandardCharsets.UTF_8));
        }
        select(out.toByteArray());

        UiWait.until("it is decoded", () -> text(robot, "#inspector-decode").equals("gzip, detected"));
        assertThat(text(robot, "#inspector-decode-detail")).contains("28 bytes unpacked");
        robot.clickOn("#inspector-decode-why");
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#inspector-attempts .inspector-attempt").queryAllAs(Labeled.class)))
                .extracting(Labeled::getText)
                .anyMatch(line -> line.startsWith("Schema registry: does not begin"))
                .anyMatch(line -> line.startsWith("gzip: ✓ begins with 1F 8B"));
        picture("gzip");
    }

    @Test
    void words_for_which_the_row_has_no_room_stand_below_it_and_are_not_cut(FxRobot robot) {
        long start = 1_796_046_900_000L;
        byte[] key = ByteBuffer.allocate(5 + Long.BYTES)
                .put("alice".getBytes(StandardCharsets.UTF_8))
                .putLong(start)
                .array();
        window.select(ConsumedRecord.at(new PartitionId("orders", 0), 7)
                .timestamp(start, TimestampType.CREATE_TIME)
                .key(key)
                .value("valid".getBytes(StandardCharsets.UTF_8))
                .build());
        UiWait.until("the value", () -> text(robot, "#inspector-decode").equals("UTF-8, detected"));
        assertThat(isBelow(robot)).isFalse();
        robot.clickOn("#inspector-tab-key");
        UiWait.until("the key", () -> text(robot, "#inspector-decode").equals("Streams windowed key, detected"));
        UiWait.until("it is below", () -> isBelow(robot));
        Labeled detail = robot.lookup("#inspector-decode-detail").queryAs(Labeled.class);
        assertThat(detail.getText()).startsWith("windowed key, start 2026-11-30T13:55:00Z");
        assertThat(UiWait.onFx(() -> detail.lookup(".text") instanceof Text shown ? shown.getText() : "?"))
                .isEqualTo(detail.getText());
        picture("windowed");
        robot.clickOn("#inspector-tab-value");
        UiWait.until("it is beside again", () -> !isBelow(robot));
    }

    private static boolean isBelow(FxRobot robot) {
        return UiWait.onFx(() -> {
            Node detail = robot.lookup("#inspector-decode-detail").query();
            Node menu = robot.lookup("#inspector-decode").query();
            return detail.localToScene(0, 0).getY()
                    >= menu.localToScene(0, menu.getLayoutBounds().getHeight()).getY();
        });
    }

    @Test
    void a_choice_reads_the_topic_otherwise_at_once(FxRobot robot) {
        select(new byte[] {0, 0, 0, 0, 0, 0, 0, 42});
        UiWait.until("nothing is found", () -> text(robot, "#inspector-decode").equals("Raw bytes, nothing detected"));
        robot.clickOn("#inspector-decode-why");
        picture("raw");

        UiWait.runOnFx(() -> decoding.choose("orders", RecordPart.VALUE, "Int64"));
        UiWait.until("it is a number", () -> text(robot, "#inspector-decode").equals("Int64"));
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#inspector-text").queryAs(TextArea.class).getText()))
                .isEqualTo("42");

        UiWait.runOnFx(() -> decoding.choose("orders", RecordPart.VALUE, "Int32"));
        UiWait.until("it does not fit", () -> text(robot, "#inspector-decode").equals("Int32, failed"));
        assertThat(text(robot, "#inspector-problem")).isEqualTo("needs 4 bytes, has 8");
        robot.clickOn("#inspector-decode");
        robot.clickOn("#inspector-decode-as-auto");
        UiWait.until(
                "it is detected again", () -> text(robot, "#inspector-decode").startsWith("Raw bytes"));
        assertThat(decoding.choice("orders").value()).isNull();
    }
}
