package dev.surveyor.ui.records.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.decode.Decodings;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Values that are large or made to harm: the window goes on answering, and what is not shown is said. */
@ExtendWith(ApplicationExtension.class)
class LargeValueViewTest {

    private static final int TWENTY_MB = 20_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final InspectorRig rig = new InspectorRig(Decodings.unremembered(), Executors.newFixedThreadPool(2));

    @Test
    void twenty_megabytes_of_json_are_shown_in_part_and_then_whole_while_the_window_answers(FxRobot robot) {
        byte[] json = json(TWENTY_MB);
        CountDownLatch closed = new CountDownLatch(1);
        rig.gate = closed;
        rig.show("large", json);
        UiWait.until(
                "it says what it does", () -> rig.text("#inspector-working").startsWith("Decoding 20.0"));
        Pictures.write(rig.stage, Path.of("target/pictures/inspector-decoding.png"));
        closed.countDown();
        long first = longestWait("the first part is shown", () -> rig.text("#inspector-size")
                .startsWith("Showing 262.1\u00a0kB of 20.0\u00a0MB"));
        Pictures.write(rig.stage, Path.of("target/pictures/inspector-large.png"));

        robot.clickOn("#inspector-load-all");
        long all = longestWait(
                "all of it is shown", () -> rig.text("#inspector-size").endsWith("complete"));
        TreeView<?> tree = robot.lookup("#inspector-tree").queryAs(TreeView.class);
        assertThat(UiWait.onFx(() -> tree.getRoot().getChildren().size())).isLessThanOrEqualTo(1_000);

        robot.clickOn("#inspector-format-text");
        long lines = longestWait(
                "as lines",
                () -> rig.visible("#inspector-lines")
                        && robot.lookup("#inspector-lines")
                                        .queryAs(ListView.class)
                                        .getItems()
                                        .size()
                                > 100_000);
        robot.clickOn("#inspector-format-hex");
        long hex = longestWait(
                "as bytes",
                () -> robot.lookup("#inspector-lines")
                                .queryAs(ListView.class)
                                .getItems()
                                .size()
                        == (json.length + 7) / 8);
        System.out.printf(
                "20 MB of JSON: longest wait for the JavaFX thread, first part %d ms, all %d ms, lines %d ms, hex %d ms%n",
                first, all, lines, hex);
    }

    @Test
    void decoding_can_be_cancelled(FxRobot robot) {
        CountDownLatch closed = new CountDownLatch(1);
        rig.gate = closed;
        rig.show("large", json(2_000_000));
        UiWait.until("it is decoding", () -> rig.visible("#inspector-working"));
        robot.clickOn("#inspector-cancel");
        assertThat(rig.text("#inspector-nothing")).startsWith("Decoding was cancelled.");
        closed.countDown();
        robot.clickOn("#inspector-format-hex");
        UiWait.until("bytes", () -> rig.visible("#inspector-lines"));
    }

    @Test
    void lists_that_are_nested_too_deep_are_text_with_the_reason() {
        rig.show("large", ("[".repeat(1_001) + "]".repeat(1_001)).getBytes(StandardCharsets.UTF_8));
        UiWait.until(
                "the reason",
                PATIENCE,
                () -> rig.visible("#inspector-problem")
                        && rig.text("#inspector-problem").contains("nested deeper than 1000 levels"));
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_shown_as_far_as_it_is_loaded(FxRobot robot) {
        byte[] line = new byte[100_000_000];
        Arrays.fill(line, (byte) 'x');
        rig.show("large", line);
        longestWait("the first part", () -> rig.text("#inspector-size").startsWith("Showing 262.1"));
        robot.clickOn("#inspector-load-all");
        longestWait("as much as is loaded", () -> rig.text("#inspector-size").startsWith("Showing 33.6"));
        assertThat(rig.text("#inspector-problem"))
                .isEqualTo("No more than 33.6\u00a0MB are loaded. Hex and Save… have all of it.");
        assertThat(rig.visible("#inspector-load-all")).isFalse();
        assertThat(rig.visible("#inspector-save")).isTrue();
    }

    @Test
    void a_document_that_is_one_long_text_does_not_stop_the_window(FxRobot robot) {
        byte[] json = ("{\"a\":\"" + "y".repeat(20_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        rig.show("large", json);
        longestWait("the first part", () -> rig.text("#inspector-size").startsWith("Showing 262.1"));
        robot.clickOn("#inspector-load-all");
        longestWait("all of it", () -> rig.text("#inspector-size").endsWith("complete"));
        robot.clickOn("#inspector-format-text");
        longestWait("lines", () -> rig.visible("#inspector-lines"));
    }

    /** Waits for a condition, asking the JavaFX thread all the time; returns the longest answer in milliseconds. */
    private static long longestWait(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long longest = 0;
        boolean done = false;
        while (!done) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            long asked = System.nanoTime();
            done = UiWait.onFx(condition::getAsBoolean);
            longest = Math.max(longest, System.nanoTime() - asked);
        }
        return longest / 1_000_000;
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
}
