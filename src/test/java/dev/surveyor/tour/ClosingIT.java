package dev.surveyor.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing the window while records are on their way loses none of them without a word, and never hangs. */
class ClosingIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration SOON = Duration.ofSeconds(30);
    /** At 250 a second long enough for two questions, also on a busy machine. */
    private static final int BURST = 10_000;

    @TempDir
    Path home;

    @Test
    void closing_waits_for_a_burst_and_never_for_a_dead_broker() throws Exception {
        long closing;
        try (TourWindow window = new TourWindow(home, Path.of("target", "closing"), TourWindow.Size.WIDE)) {
            window.click("welcome-start-sandbox");
            UiWait.until("the first record", LONG, () -> window.rows("records-table") > 0);
            String servers = "127.0.0.1:" + digits(window.text("sandbox-port"));
            try (OtherSide others = new OtherSide(servers)) {
                others.createTopic("closing", 1);
                others.send(new ProducerRecord<>("closing", "first".getBytes(UTF_8)));
                produce(window);
                burst(window);
                requestClose(window);
                assertThat(window.text("closing-title")).isEqualTo("Close Surveyor?");
                assertThat(window.text("closing-left")).contains("not yet sent");
                window.picture("asked");
                window.robot().type(KeyCode.ESCAPE);
                window.until("it stays", () -> window.find("closing-title").isEmpty());

                requestClose(window);
                window.click("closing-wait");
                window.picture("waiting");
                UiWait.until("closed", LONG, () -> !window.stage().isShowing());
                assertThat(others.readAll("closing", 1)).hasSize(BURST + 1);
            }

            UiWait.runOnFx(window.stage()::show);
            window.click("sandbox-stop");
            window.until("stopped", () -> window.text("sandbox-state").equals("Broker not running"));
            window.type("producer-repeat", "1");
            window.click("producer-send");
            window.until("it waits", () -> !digits(
                            window.text("producer-status-queued") + window.text("producer-status-in-flight"))
                    .replace("0", "")
                    .isEmpty());
            requestClose(window);
            assertThat(window.text("closing-left")).isEqualTo("1 record is not yet acknowledged.");
            window.picture("dead");
            window.click("closing-anyway");
            UiWait.until("closed", () -> !window.stage().isShowing());
            closing = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(SOON);
    }

    private static void produce(TourWindow window) {
        window.click("sidebar-refresh");
        window.goTo("closing");
        window.click("records-begin-new");
        window.click("toolbar-produce");
    }

    private static void burst(TourWindow window) {
        window.type("producer-repeat", String.valueOf(BURST));
        window.type("producer-rate", "250/s");
        window.click("producer-send");
        if (window.find("dialog-confirm").isPresent()) {
            window.click("dialog-confirm");
        }
    }

    private static void requestClose(TourWindow window) {
        UiWait.runOnFx(
                () -> window.stage().fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
