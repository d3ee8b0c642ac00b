package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.decode.Decodings;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Values that are large or made to harm: the window goes on answering, and what is not shown is said. */
@ExtendWith(ApplicationExtension.class)
class LargeValueViewTest {

    private static final int TWENTY_MB = 20_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FRAMES = 3;
    private static final int MOST_DRAWN_AT_ONCE = 10_000;

    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final AtomicInteger held = new AtomicInteger();
    private Inspector inspector;
    private Stage stage;
    private volatile @Nullable CountDownLatch gate;

    @Start
    @SuppressWarnings("NullAway") // does not see that the type arguments are nullable
    void start(Stage shown) {
        stage = shown;
        new Theme().install();
        inspector = new Inspector(
                new InspectorTools(
                        new FakeDialogs(),
                        new FakeClipboards(),
                        Platform::runLater,
                        work -> background.execute(() -> behindTheGate(work)),
                        Clock.systemUTC(),
                        new FakeSettings(),
                        Decodings.unremembered()),
                new InspectorActions(
                        condition -> {},
                        null,
                        record -> {},
                        (format, records) -> {},
                        null,
                        place -> null,
                        record -> "committed, or none",
                        record -> null,
                        List::of),
                selected.getReadOnlyProperty());
        Stages.show(stage, new Scene(new BorderPane(new Region(), null, inspector.root(), null, null), 640, 700));
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(inspector::close);
        background.shutdownNow();
    }

    @Test
    void twenty_megabytes_of_json_are_shown_in_part_and_then_whole_while_the_window_answers(FxRobot robot) {
        byte[] json = json(TWENTY_MB);
        whileTheWindowAnswers(
                () -> {
                    show(json);
                    UiWait.until("it says what it does", () -> text("#inspector-working")
                            .startsWith("Decoding 20.0"));
                    Pictures.check(stage, Path.of("target/pictures/inspector-decoding.png"));
                },
                "the first part is shown",
                () -> text("#inspector-size").startsWith("Showing 262.1\u00a0kB of 20.0\u00a0MB"));
        Pictures.check(stage, Path.of("target/pictures/inspector-large.png"));

        whileTheWindowAnswers(
                () -> robot.clickOn("#inspector-load-all"), "all of it is shown", () -> text("#inspector-size")
                        .endsWith("complete"));
        TreeView<?> tree = robot.lookup("#inspector-tree").queryAs(TreeView.class);
        assertThat(UiWait.onFx(() -> tree.getRoot().getChildren().size())).isLessThanOrEqualTo(1_000);

        whileTheWindowAnswers(
                () -> robot.clickOn("#inspector-format-text"),
                "as lines",
                () -> visible("#inspector-lines")
                        && robot.lookup("#inspector-lines")
                                        .queryAs(ListView.class)
                                        .getItems()
                                        .size()
                                > 100_000);
        whileTheWindowAnswers(
                () -> robot.clickOn("#inspector-format-hex"),
                "as bytes",
                () -> robot.lookup("#inspector-lines")
                                .queryAs(ListView.class)
                                .getItems()
                                .size()
                        == (json.length + 7) / 8);
    }

    @Test
    void decoding_can_be_cancelled(FxRobot robot) {
        CountDownLatch closed = new CountDownLatch(1);
        gate = closed;
        show(json(2_000_000));
        UiWait.until("it is decoding", () -> visible("#inspector-working"));
        robot.clickOn("#inspector-cancel");
        assertThat(text("#inspector-nothing")).startsWith("Decoding was cancelled.");
        closed.countDown();
        robot.clickOn("#inspector-format-hex");
        UiWait.until("bytes", () -> visible("#inspector-lines"));
    }

    @Test
    void lists_that_are_nested_too_deep_are_text_with_the_reason() {
        show(("[".repeat(1_001) + "]".repeat(1_001)).getBytes(StandardCharsets.UTF_8));
        UiWait.until(
                "the reason",
                PATIENCE,
                () -> visible("#inspector-problem")
                        && text("#inspector-problem").contains("nested deeper than 1000 levels"));
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_shown_as_far_as_it_is_loaded(FxRobot robot) {
        byte[] line = new byte[100_000_000];
        Arrays.fill(line, (byte) 'x');
        whileTheWindowAnswers(() -> show(line), "the first part", () -> text("#inspector-size")
                .startsWith("Showing 262.1"));
        whileTheWindowAnswers(
                () -> robot.clickOn("#inspector-load-all"), "as much as is loaded", () -> text("#inspector-size")
                        .startsWith("Showing 33.6"));
        assertThat(text("#inspector-problem"))
                .isEqualTo("No more than 33.6\u00a0MB are loaded. Hex and Save… have all of it.");
        assertThat(visible("#inspector-load-all")).isFalse();
        assertThat(visible("#inspector-save")).isTrue();
    }

    @Test
    void a_document_that_is_one_long_text_does_not_stop_the_window(FxRobot robot) {
        byte[] json = ("{\"a\":\"" + "y".repeat(20_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        whileTheWindowAnswers(() -> show(json), "the first part", () -> text("#inspector-size")
                .startsWith("Showing 262.1"));
        whileTheWindowAnswers(() -> robot.clickOn("#inspector-load-all"), "all of it", () -> text("#inspector-size")
                .endsWith("complete"));
        assertThat(longestDrawn()).isLessThan(MOST_DRAWN_AT_ONCE);
        whileTheWindowAnswers(
                () -> robot.clickOn("#inspector-format-text"), "lines", () -> visible("#inspector-lines"));
        assertThat(longestDrawn()).isLessThan(MOST_DRAWN_AT_ONCE);
    }

    /**
     * Asks for something while the work off the JavaFX thread is held: the work must be there, and frames are drawn all
     * the same. Then it is let go, and the condition must come true.
     */
    private void whileTheWindowAnswers(Runnable request, String what, BooleanSupplier condition) {
        CountDownLatch closed = new CountDownLatch(1);
        held.set(0);
        gate = closed;
        request.run();
        UiWait.until("the work is not done on the JavaFX thread: " + what, () -> held.get() > 0);
        UiWait.frames(FRAMES);
        assertThat(held.get()).as("works still: " + what).isPositive();
        assertThat(UiWait.onFx(condition::getAsBoolean)).as(what).isFalse();
        gate = null;
        closed.countDown();
        UiWait.until(what, PATIENCE, condition);
    }

    /** Returns the length of the longest text that one node draws: the toolkit lays each out at once. */
    private int longestDrawn() {
        UiWait.frames(2);
        return UiWait.onFx(() -> inspector.root().lookupAll(".text").stream()
                .mapToInt(node -> node instanceof Text text ? text.getText().length() : 0)
                .max()
                .orElse(0));
    }

    private void behindTheGate(Runnable work) {
        CountDownLatch closed = gate;
        try {
            if (closed != null) {
                held.incrementAndGet();
                closed.await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        work.run();
    }

    private void show(byte[] value) {
        ConsumedRecord record =
                ConsumedRecord.at(new PartitionId("large", 0), 7).value(value).build();
        UiWait.runOnFx(() -> selected.set(record));
    }

    private static byte[] json(int size) {
        StringBuilder out = new StringBuilder(size + 100).append('[');
        for (int i = 0; out.length() < size - 150; i++) {
            out.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"status\":\"paid\",\"total\":120.50,")
                    .append("\"note\":\"")
                    .append("as it was agreed with the customer ".repeat(2))
                    .append("\"}");
        }
        return out.append(']').toString().getBytes(StandardCharsets.UTF_8);
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
}
