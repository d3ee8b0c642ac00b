package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.inspect.HeaderRow;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How the inspector reads headers, and how another way is chosen. */
@ExtendWith(ApplicationExtension.class)
class HeadersViewTest {

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

    private void select() {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders.DLT", 0), 7)
                .value("x".getBytes(StandardCharsets.UTF_8))
                .headers(List.of(
                        header("kafka_dlt-original-topic", "6f7264657273"),
                        header("kafka_dlt-original-offset", "000000000000bc52"),
                        header("kafka_dlt-original-timestamp", "000001a22cbccb20"),
                        header("retry_topic-attempts", "00000004"),
                        header("tries", "0000002a"),
                        RecordHeader.of(new byte[] {'n', (byte) 0xff}, new byte[0]),
                        new RecordHeader("nothing", null)))
                .build();
        window.select(record);
    }

    @Test
    void heads_are_whole_whatever_is_below_them(FxRobot robot) {
        for (List<RecordHeader> headers :
                List.of(List.<RecordHeader>of(), List.of(new RecordHeader("h", new byte[] {'1'})))) {
            window.select(ConsumedRecord.at(new PartitionId("orders", 0), headers.size())
                    .headers(headers)
                    .build());
            UiWait.frames(3);
            assertThat(UiWait.onFx(() -> robot.lookup("#inspector-headers .column-header .text").queryAll().stream()
                            .map(text -> ((Text) text).getText())
                            .toList()))
                    .contains("Key", "Type", "Value", "Bytes");
        }
    }

    @Test
    void a_long_value_goes_on_in_the_next_line(FxRobot robot) {
        String trace = "8a984034-f1c2-4b7e-9d11-5f0a6c3e2b48";
        window.select(ConsumedRecord.at(new PartitionId("orders", 0), 7)
                .value("x".getBytes(StandardCharsets.UTF_8))
                .headers(List.of(
                        new RecordHeader("trace-id", trace.getBytes(StandardCharsets.UTF_8)),
                        new RecordHeader("source", "web".getBytes(StandardCharsets.UTF_8)),
                        new RecordHeader("baggage", "0123456789".repeat(300).getBytes(StandardCharsets.UTF_8))))
                .build());
        UiWait.runOnFx(() -> robot.lookup("#inspector-detail-edge").query().requestFocus());
        for (int i = 0; i < 6; i++) {
            robot.type(KeyCode.UP);
        }
        UiWait.frames(3);
        assertThat(window.settings.get("inspector.detail-height")).contains("254");
        picture("long");
        List<String> drawn =
                UiWait.onFx(() -> robot.lookup("#inspector-headers .records-value .text").queryAll().stream()
                        .map(text -> ((Text) text).getText())
                        .toList());
        assertThat(drawn).contains(trace, "web").noneMatch(text -> text.startsWith("8a984034") && text.contains("…"));
        List<Double> heights = UiWait.onFx(() -> robot.lookup("#inspector-headers .table-row-cell").queryAll().stream()
                .filter(row -> !((TableRow<?>) row).isEmpty())
                .map(row -> ((Region) row).getHeight())
                .toList());
        assertThat(heights.get(0)).isGreaterThan(heights.get(1));
        // Thousands of characters do not push the others out of sight.
        assertThat(heights.get(2)).isLessThan(130);
    }

    @Test
    void a_value_of_36_characters_takes_three_lines_where_the_inspector_is_320_pixels_wide(FxRobot robot) {
        String trace = "8a984034-f1c2-4b7e-9d11-5f0a6c3e2b48";
        window.select(ConsumedRecord.at(new PartitionId("orders", 0), 7)
                .value("x".getBytes(StandardCharsets.UTF_8))
                .headers(List.of(
                        new RecordHeader("trace-id", trace.getBytes(StandardCharsets.UTF_8)),
                        new RecordHeader("source", "web".getBytes(StandardCharsets.UTF_8))))
                .build());
        narrow(robot);
        assertThat(robot.lookup("#inspector-headers").queryAs(Region.class).getWidth())
                .isLessThanOrEqualTo(320);
        assertThat(drawnHeight(robot, trace)).isLessThan(3.5 * drawnHeight(robot, "web"));
    }

    @Test
    void a_media_type_takes_one_line_where_the_inspector_is_320_pixels_wide(FxRobot robot) {
        window.select(ConsumedRecord.at(new PartitionId("orders", 0), 7)
                .value("x".getBytes(StandardCharsets.UTF_8))
                .headers(List.of(
                        RecordHeader.text("accepts", "application/json"),
                        RecordHeader.text("trace-id", "8a984034-f1c2-4b7e-9d11-5f0a6c3e2b48"),
                        RecordHeader.text("source", "web")))
                .build());
        narrow(robot);
        picture("media-type");
        assertThat(drawnHeight(robot, "application/json")).isEqualTo(drawnHeight(robot, "web"));
        assertThat(UiWait.onFx(() -> robot.lookup("#inspector-headers .first .text").queryAll().stream()
                        .map(text -> ((Text) text).getText())
                        .toList()))
                .contains("accepts", "trace-id", "source");
    }

    private static void narrow(FxRobot robot) {
        UiWait.runOnFx(() -> {
            Region inspector = robot.lookup("#records-inspector").queryAs(Region.class);
            inspector.setMinWidth(320);
            inspector.setMaxWidth(320);
        });
        UiWait.frames(4);
    }

    private static double drawnHeight(FxRobot robot, String text) {
        return UiWait.onFx(() -> robot.lookup("#inspector-headers .records-value .text").queryAll().stream()
                .filter(node -> text.equals(((Text) node).getText()))
                .mapToDouble(node -> node.getLayoutBounds().getHeight())
                .max()
                .orElseThrow());
    }

    private static RecordHeader header(String name, String digits) {
        return new RecordHeader(name, HexFormat.of().parseHex(digits));
    }

    private static List<List<String>> rows(FxRobot robot) {
        return UiWait.onFx(() -> robot.lookup("#inspector-headers").queryAs(HeadersTable.class).getItems().stream()
                .map(row -> List.of(
                        row.name(), row.type(), new String(row.reading().text().bytes(), StandardCharsets.UTF_8)))
                .toList());
    }

    private void picture(String name) {
        window.picture("headers-" + name);
    }

    @Test
    void numbers_of_well_known_headers_are_read_and_a_format_can_be_chosen(FxRobot robot) {
        select();
        UiWait.until("shown", () -> rows(robot).size() == 7);
        assertThat(rows(robot))
                .contains(
                        List.of("kafka_dlt-original-topic", "text", "orders"),
                        List.of("kafka_dlt-original-offset", "number", "48210"),
                        List.of("kafka_dlt-original-timestamp", "time", "1796046900000"),
                        List.of("retry_topic-attempts", "number", "4"),
                        List.of("n\\xFF", "empty", ""))
                .anyMatch(row -> row.get(0).equals("tries") && row.get(1).equals("binary"));
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#inspector-header-format").query().isDisabled()))
                .isTrue();
        UiWait.runOnFx(() -> robot.lookup("#inspector-headers")
                .queryAs(HeadersTable.class)
                .getSelectionModel()
                .select(4));
        picture("read");

        UiWait.runOnFx(() -> {
            MenuButton button = robot.lookup("#inspector-header-format").queryAs(MenuButton.class);
            button.show();
            fire(button.getItems(), "Numbers", "Int32");
            button.hide();
        });

        UiWait.until("read as chosen", () -> rows(robot).contains(List.of("tries", "Int32", "42")));
        assertThat(decoding.headerChoice("orders.DLT", "tries")).isEqualTo("Int32");
        picture("chosen");
    }

    private static void fire(List<MenuItem> items, String group, String format) {
        items.stream()
                .filter(item -> group.equals(item.getText()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> format.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    @Test
    void what_does_not_fit_the_choice_says_why(FxRobot robot) {
        decoding.chooseHeader("orders.DLT", "tries", "Int64");
        select();

        UiWait.until("shown", () -> rows(robot).size() == 7);
        assertThat(UiWait.onFx(() -> robot.lookup("#inspector-headers").queryAs(HeadersTable.class).getItems().stream()
                        .filter(row -> row.name().equals("tries"))
                        .map(HeaderRow::aside)
                        .toList()))
                .containsExactly("Int64: needs 8 bytes, has 4");
        picture("unfit");
    }
}
