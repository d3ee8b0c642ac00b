package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.inspect.JsonRow;
import dev.surveyor.service.rows.KeyHistory;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The inspector alone, on records that the test makes. */
@ExtendWith(ApplicationExtension.class)
class InspectorViewTest {

    private static final long NINE_O_TWO =
            Instant.parse("2026-11-22T09:02:11.482Z").toEpochMilli();

    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    private final List<ConsumedRecord> kept = new ArrayList<>();
    private final List<String> narrowed = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<CopyFormat> copied = new ArrayList<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private List<ConsumedRecord> selection = List.of();
    private Theme theme;
    private Inspector inspector;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    @SuppressWarnings("NullAway") // does not see that the type arguments are nullable
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        inspector = new Inspector(
                new InspectorTools(
                        dialogs,
                        clipboards,
                        Platform::runLater,
                        background,
                        Clock.fixed(Instant.parse("2026-11-22T09:02:12Z"), ZoneOffset.ofHours(1)),
                        new FakeSettings(),
                        Decodings.unremembered()),
                new InspectorActions(
                        narrowed::add,
                        columns::add,
                        record -> {},
                        (format, records) -> copied.add(format),
                        record -> {},
                        place -> null,
                        record -> "committed, or none",
                        record -> KeyHistory.previous(kept, record),
                        () -> selection),
                selected.getReadOnlyProperty());
        Stages.show(stage, new Scene(new BorderPane(new Region(), null, inspector.root(), null, null), 640, 700));
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(inspector::close);
        background.shutdownNow();
    }

    @Test
    void the_rail_opens_the_part_that_was_asked_for_and_hands_on_the_focus(FxRobot robot) {
        select(order(1, "placed", "54.20"));
        UiWait.runOnFx(() -> inspector.narrow(true));
        robot.clickOn("#inspector-rail-metadata");

        ToggleButton tab = robot.lookup("#inspector-tab-metadata").query();
        assertThat(UiWait.onFx(() -> tab.isSelected() && tab.isFocused())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void every_form_can_be_read(Theme.Choice choice, FxRobot robot) {
        UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
        select(order(1, "placed", "54.20"));
        select(order(2, "paid", "120.50"));
        robot.moveTo("#inspector-tree").clickOn("status: ");
        picture("tree", choice);
        find(robot, "gold");
        picture("find-tree", choice);
        robot.clickOn("#inspector-format-text");
        UiWait.until("text", () -> visible("#inspector-text"));
        picture("text", choice);
        robot.clickOn("#inspector-format-hex");
        UiWait.until("hex", () -> visible("#inspector-lines"));
        picture("find-hex", choice);
        robot.clickOn("#inspector-find-close").clickOn("#inspector-format-auto");
        robot.clickOn("#inspector-tab-diff");
        UiWait.until("compared", () -> !text("#inspector-diff-result").isEmpty());
        picture("diff", choice);
        robot.clickOn("#inspector-tab-value").clickOn("#inspector-pin");
        robot.clickOn("#inspector-pop-out");
        UiWait.until("a second window", () -> Window.getWindows().size() == 2);
        UiWait.frames(4);
        Pictures.check(window(), Path.of("target/pictures/inspector-window-" + choice + ".png"));
        picture("pinned", choice);
    }

    @Test
    void a_field_makes_a_filter_a_column_and_copies(FxRobot robot) {
        select(order(2, "paid", "120.50"));
        robot.clickOn("status: ");
        choose(robot, "filter-for");
        choose(robot, "filter-out");
        choose(robot, "add-column");
        choose(robot, "copy-path");
        assertThat(narrowed).containsExactly("value.status=\"paid\"", "!value.status=\"paid\"");
        assertThat(columns).containsExactly("value.status");
        assertThat(clipboards.text()).isEqualTo("value.status");
        robot.clickOn("items: ");
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(clipboards.text()).startsWith("[\n  {\n    \"sku\": \"KB-104\"");
    }

    @Test
    void a_header_makes_a_filter_a_column_and_copies(FxRobot robot) {
        select(order(2, "paid", "120.50"));
        TableView<?> headers = robot.lookup("#inspector-headers").queryTableView();
        ContextMenu menu = headers.getContextMenu();
        robot.interact(() -> headers.getSelectionModel().select(1));
        fire(menu, "filter-for");
        fire(menu, "filter-out");
        fire(menu, "add-column");
        fire(menu, "copy-value");
        assertThat(clipboards.text()).isEqualTo("checkout");
        robot.interact(() -> headers.getSelectionModel().select(2));
        fire(menu, "filter-for");
        assertThat(narrowed)
                .containsExactly("header.source=\"checkout\"", "!header.source=\"checkout\"", "header.debug:null");
        assertThat(columns).containsExactly("header.source");
    }

    private static void fire(ContextMenu menu, String item) {
        UiWait.runOnFx(() -> menu.getItems().stream()
                .filter(one -> ("inspector-field-" + item).equals(one.getId()))
                .forEach(MenuItem::fire));
    }

    @Test
    void the_text_knows_its_fields_too(FxRobot robot) {
        select(order(2, "paid", "120.50"));
        robot.clickOn("#inspector-format-text");
        UiWait.until("text", () -> visible("#inspector-text"));
        TextArea area = robot.lookup("#inspector-text").queryAs(TextArea.class);
        assertThat(area.getText()).contains("\n  \"total\": 120.50,\n");
        UiWait.runOnFx(() -> area.positionCaret(area.getText().indexOf("120.50")));
        UiWait.runOnFx(() -> area.fireEvent(
                new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 400, 300, true, null)));
        UiWait.until("the menu", () -> menuShown("#inspector-text-menu"));
        robot.clickOn("#inspector-field-copy-path");
        assertThat(clipboards.text()).isEqualTo("value.total");
        robot.clickOn("#inspector-pretty");
        UiWait.until("as it was sent", () -> area.getText().startsWith("{\"status\":\"paid\",\"total\":120.50"));
    }

    @Test
    void the_search_counts_and_goes_from_place_to_place(FxRobot robot) {
        select(order(2, "paid", "120.50"));
        robot.clickOn("status: ");
        find(robot, "QTY");
        UiWait.until("counted", () -> text("#inspector-find-count").equals("1 of 2"));
        robot.press(KeyCode.F3).release(KeyCode.F3);
        assertThat(text("#inspector-find-count")).isEqualTo("2 of 2");
        assertThat(path(robot)).isEqualTo("items[1].qty");
        robot.press(KeyCode.SHIFT, KeyCode.F3).release(KeyCode.F3, KeyCode.SHIFT);
        assertThat(path(robot)).isEqualTo("items[0].qty");
        robot.clickOn("#inspector-format-hex");
        UiWait.until("bytes too", () -> text("#inspector-find-count").equals("1 of 2"));
        robot.clickOn("#inspector-find-text").eraseText(3).write("7B22737461");
        UiWait.until(
                "hexadecimal digits too", () -> text("#inspector-find-count").equals("1 of 1"));
        robot.type(KeyCode.ESCAPE);
        assertThat(visible("#inspector-find")).isFalse();
    }

    @Test
    void the_difference_is_to_the_previous_of_the_key_or_between_two(FxRobot robot) {
        ConsumedRecord first = order(1, "placed", "54.20");
        ConsumedRecord second = order(2, "paid", "120.50");
        select(first);
        robot.clickOn("#inspector-tab-diff");
        UiWait.until("nothing before", () -> text("#inspector-diff-against")
                .startsWith("No earlier record of this key in the buffer."));
        select(second);
        UiWait.until("compared", () -> text("#inspector-diff-against")
                .startsWith("Compared with orders[3]@1, the previous record of this key, 1\u00a0s earlier"));
        assertThat(text("#inspector-diff-result")).isEqualTo("2 removed, 2 added, by path.");
        ConsumedRecord other = order(9, "lost", "120.50");
        selection = List.of(second, other);
        select(other);
        UiWait.until("compared with the other one", () -> text("#inspector-diff-against")
                .startsWith("Compared with orders[3]@2, the other selected record"));
        ListView<?> lines = robot.lookup("#inspector-diff").queryAs(ListView.class);
        assertThat(UiWait.onFx(() -> lines.getItems().size())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void partition_and_offset_are_the_last_to_be_cut_and_the_topic_in_its_middle(Theme.Choice choice, FxRobot robot) {
        UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
        String topic = "payments.settlement-batches.reconciled-by-account-and-day.v17";
        select(ConsumedRecord.at(new PartitionId(topic, 499), 123_456_789_012L).build());
        UiWait.frames(4);

        assertThat(text("#inspector-reference")).isEqualTo(topic + "[499]@123456789012");
        List<Labeled> shown = robot.lookup("#inspector-reference .label").queryAllAs(Labeled.class).stream()
                .toList();
        assertThat(UiWait.onFx(() -> shownText(shown.get(1)))).isEqualTo("[499]@123456789012");
        assertThat(UiWait.onFx(() -> shownText(shown.get(0))))
                .startsWith("p")
                .endsWith("7")
                .contains("\u2026");
        picture("long-reference", choice);
    }

    /** What is drawn of a label's text. */
    private static String shownText(Labeled label) {
        return label.lookup(".text") instanceof javafx.scene.text.Text text ? text.getText() : "";
    }

    @Test
    void a_pinned_record_stays_and_is_compared_with_the_selected_one(FxRobot robot) {
        ConsumedRecord first = order(1, "placed", "54.20");
        select(first);
        robot.clickOn("#inspector-pin").clickOn("#inspector-tab-diff");
        ConsumedRecord second = order(2, "paid", "54.20");
        selection = List.of(second);
        select(second);
        assertThat(text("#inspector-reference")).isEqualTo("orders[3]@1");
        UiWait.until("compared with the selected one", () -> text("#inspector-diff-against")
                .startsWith("Compared with orders[3]@2, the selected record"));
        robot.clickOn("#inspector-pin");
        assertThat(text("#inspector-reference")).isEqualTo("orders[3]@2");
    }

    @Test
    void key_and_value_are_saved_byte_by_byte(FxRobot robot) throws Exception {
        Path file = folder.resolve("saved");
        dialogs.choosing(file);
        byte[] value = {0, 1, (byte) 0xff, '\n'};
        select(ConsumedRecord.at(new PartitionId("orders", 3), 5)
                .key(new byte[] {9, 0})
                .value(value)
                .build());
        robot.clickOn("#inspector-copy").clickOn("#inspector-save-value");
        UiWait.until("saved", () -> Files.exists(file) && file.toFile().length() == 4);
        assertThat(Files.readAllBytes(file)).isEqualTo(value);
        Files.delete(file);
        robot.clickOn("#inspector-copy").clickOn("#inspector-save-key");
        UiWait.until("saved", () -> Files.exists(file) && file.toFile().length() == 2);
        assertThat(Files.readAllBytes(file)).containsExactly(9, 0);
    }

    private void select(ConsumedRecord record) {
        kept.add(record);
        UiWait.runOnFx(() -> selected.set(record));
        settle();
    }

    /** Waits until what was begun off the JavaFX thread is on the screen. */
    private void settle() {
        try {
            background.submit(() -> {}).get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        UiWait.frames(3);
    }

    private static void find(FxRobot robot, String text) {
        robot.press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        robot.clickOn("#inspector-find-text").write(text);
        UiWait.until("found", () -> robot.lookup("#inspector-find-count")
                .queryAs(Labeled.class)
                .getText()
                .contains(" of "));
    }

    private static void choose(FxRobot robot, String id) {
        UiWait.runOnFx(() -> {
            TreeView<?> tree = robot.lookup("#inspector-tree").queryAs(TreeView.class);
            tree.getContextMenu().show(tree, 100, 100);
            MenuItem item = tree.getContextMenu().getItems().stream()
                    .filter(one -> ("inspector-field-" + id).equals(one.getId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.isDisable()).isFalse();
            item.fire();
            tree.getContextMenu().hide();
        });
    }

    private static String path(FxRobot robot) {
        return UiWait.onFx(() -> {
            TreeView<?> tree = robot.lookup("#inspector-tree").queryAs(TreeView.class);
            return ((JsonRow) tree.getSelectionModel().getSelectedItem().getValue())
                    .item()
                    .path();
        });
    }

    private static boolean menuShown(String id) {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof javafx.scene.control.ContextMenu menu
                        && id.substring(1).equals(menu.getId()));
    }

    private Stage window() {
        return UiWait.onFx(() -> Window.getWindows().stream()
                .filter(window -> !window.equals(stage) && window instanceof Stage)
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private boolean visible(String id) {
        Node node = inspector.root().lookup(id);
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    private String text(String id) {
        return UiWait.onFx(() -> ((Labeled) inspector.root().lookup(id)).getText());
    }

    private void picture(String name, Theme.Choice choice) {
        UiWait.frames(4);
        Path file = Path.of("target/pictures/inspector-" + name + "-" + choice + ".png");
        Pictures.check(stage, file);
    }

    private static ConsumedRecord order(long offset, String status, String total) {
        String json = "{\"status\":\"" + status + "\",\"total\":" + total + ",\"id\":9007199254740993,"
                + "\"currency\":\"EUR\",\"customer\":{\"key\":\"cust-24\",\"tier\":\"gold\"},"
                + "\"items\":[{\"sku\":\"KB-104\",\"qty\":1,\"price\":99.00},{\"sku\":\"MS-220\",\"qty\":2}],"
                + "\"coupon\":null,\"placedAt\":\"2026-11-22T09:02:10.977Z\"}";
        return ConsumedRecord.at(new PartitionId("orders", 3), offset)
                .timestamp(NINE_O_TWO + offset * 1_000, TimestampType.CREATE_TIME)
                .receivedAt(NINE_O_TWO + offset * 1_000 + 3)
                .leaderEpoch(7)
                .key("cust-24".getBytes(StandardCharsets.UTF_8))
                .value(json.getBytes(StandardCharsets.UTF_8))
                .headers(List.of(
                        RecordHeader.text("trace-id", "5f1c9a02-77be-4a10-9d41-0c7a6f2b1e55"),
                        RecordHeader.text("source", "checkout"),
                        RecordHeader.withoutValue("debug")))
                .build();
    }
}
