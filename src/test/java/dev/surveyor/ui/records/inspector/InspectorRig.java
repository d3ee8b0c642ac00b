package dev.surveyor.ui.records.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.records.KeyHistory;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/**
 * An inspector in a window of its own, on records that the test makes. Opens before each test and closes after it, inside
 * of what {@code ApplicationExtension} does.
 */
@SuppressWarnings("NullAway.Init") // opened before each test
final class InspectorRig implements BeforeEachCallback, AfterEachCallback {

    private static final long NINE_O_TWO =
            Instant.parse("2026-11-22T09:02:11.482Z").toEpochMilli();

    final FakeDialogs dialogs = new FakeDialogs();
    final FakeClipboards clipboards = new FakeClipboards();
    final FakeSettings settings = new FakeSettings();
    final Theme theme = new Theme();
    final List<String> narrowed = new ArrayList<>();
    final List<String> columns = new ArrayList<>();
    final Decoding decoding;
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    private final List<ConsumedRecord> kept = new ArrayList<>();
    private final ExecutorService background;

    /** The records that are selected in the table. */
    List<ConsumedRecord> selection = List.of();

    /** What the background waits for before it does anything; null for nothing. */
    volatile @Nullable CountDownLatch gate;

    Stage stage;
    Inspector inspector;

    InspectorRig() {
        this(Decodings.unremembered());
    }

    InspectorRig(Decoding decoding) {
        this(decoding, Executors.newSingleThreadExecutor());
    }

    /** @param background is ended with the test */
    InspectorRig(Decoding decoding, ExecutorService background) {
        this.decoding = decoding;
        this.background = background;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        UiWait.runOnFx(this::open);
    }

    @SuppressWarnings("NullAway") // does not see that the type arguments are nullable
    private void open() {
        theme.install();
        inspector = new Inspector(
                new InspectorTools(
                        dialogs,
                        clipboards,
                        Platform::runLater,
                        work -> background.execute(() -> behindTheGate(work)),
                        Clock.fixed(Instant.parse("2026-11-22T09:02:12Z"), ZoneOffset.ofHours(1)),
                        settings,
                        decoding),
                new InspectorActions(
                        narrowed::add,
                        columns::add,
                        record -> {},
                        (format, records) -> {},
                        record -> {},
                        place -> null,
                        record -> "committed, or none",
                        record -> KeyHistory.previous(kept, record),
                        () -> selection),
                selected.getReadOnlyProperty());
        Stages.show(stage, new Scene(new BorderPane(new Region(), null, inspector.root(), null, null), 640, 700));
    }

    private void behindTheGate(Runnable work) {
        CountDownLatch closed = gate;
        try {
            if (closed != null) {
                closed.await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        work.run();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        UiWait.runOnFx(inspector::close);
        background.shutdownNow();
    }

    /** Selects a record with nothing but a value. */
    void show(String topic, byte[] value) {
        show(ConsumedRecord.at(new PartitionId(topic, 0), 7).value(value).build());
    }

    /** Selects a record. */
    void show(ConsumedRecord record) {
        UiWait.runOnFx(() -> selected.set(record));
    }

    /** Selects a record, which is kept, and waits until what that begins off the JavaFX thread is on the screen. */
    void select(ConsumedRecord record) {
        kept.add(record);
        show(record);
        try {
            background.submit(() -> {}).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        UiWait.frames(3);
    }

    /** Returns whether it is there and neither it nor what it is in is hidden. */
    boolean visible(String id) {
        return UiWait.onFx(() -> {
            Node node = inspector.root().lookup(id);
            for (Node at = node; at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            return node != null;
        });
    }

    /** Returns the words of the control. */
    String text(String id) {
        return UiWait.onFx(() -> ((Labeled) inspector.root().lookup(id)).getText());
    }

    /** Writes what is seen in both themes. */
    void pictures(String name) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            picture(name, choice);
        }
    }

    /** Writes what is seen in the theme that is set. */
    void picture(String name, Theme.Choice choice) {
        UiWait.frames(4);
        Path file = Path.of("target/pictures/" + name + "-" + choice + ".png");
        Pictures.write(stage, file);
        Pictures.assertReadable(file);
    }

    /** Returns a record with a key, a value of many fields, and headers. */
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
                        RecordHeader.withoutValue("debug")))
                .build();
    }
}
