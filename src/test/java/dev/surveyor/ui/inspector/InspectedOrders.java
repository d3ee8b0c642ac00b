package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.rows.KeyHistory;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
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
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** An inspector at the right of an empty window, on orders that a test makes; what it was told to do is kept. */
final class InspectedOrders {

    private static final long NINE_O_TWO =
            Instant.parse("2026-11-22T09:02:11.482Z").toEpochMilli();

    final FakeDialogs dialogs = new FakeDialogs();
    final FakeClipboards clipboards = new FakeClipboards();
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    private final List<ConsumedRecord> kept = new ArrayList<>();
    final List<String> narrowed = new ArrayList<>();
    final List<String> columns = new ArrayList<>();
    final List<CopyFormat> copied = new ArrayList<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    List<ConsumedRecord> selection = List.of();
    private final Inspector inspector;
    final Theme theme = new Theme();
    final Stage stage;

    @SuppressWarnings("NullAway") // does not see that the type arguments are nullable
    InspectedOrders(Stage shown) {
        stage = shown;
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

    void close() {
        UiWait.runOnFx(inspector::close);
        background.shutdownNow();
    }

    void narrow(boolean narrow) {
        UiWait.runOnFx(() -> inspector.narrow(narrow));
    }

    void select(ConsumedRecord record) {
        kept.add(record);
        UiWait.runOnFx(() -> selected.set(record));
        settle();
    }

    /** Waits until what was begun off the JavaFX thread is on the screen. */
    void settle() {
        try {
            background.submit(() -> {}).get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        UiWait.frames(3);
    }

    static void find(FxRobot robot, String text) {
        robot.press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        robot.clickOn("#inspector-find-text").write(text);
        UiWait.until("found", () -> robot.lookup("#inspector-find-count")
                .queryAs(Labeled.class)
                .getText()
                .contains(" of "));
    }

    boolean visible(String id) {
        Node node = inspector.root().lookup(id);
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    String text(String id) {
        return UiWait.onFx(() -> ((Labeled) inspector.root().lookup(id)).getText());
    }

    void picture(String name, Theme.Choice choice) {
        UiWait.frames(4);
        Path file = Path.of("target/pictures/inspector-" + name + "-" + choice + ".png");
        Pictures.check(stage, file);
    }

    static ConsumedRecord order(long offset, String status, String total) {
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
                        new RecordHeader("debug", null)))
                .build();
    }
}
