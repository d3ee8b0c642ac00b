package dev.surveyor.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.testing.UiWait;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that comes back at another address, because its port was taken meanwhile, takes its tabs along. */
class SandboxMovesIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int PARTITIONS = 3;
    private static final int SENT = 300;

    @TempDir
    Path home;

    @Test
    void a_running_table_goes_on_at_the_new_port_and_its_counts_add_up() throws Exception {
        try (TourWindow window = new TourWindow(home, Path.of("target", "sandbox-moves"), TourWindow.Size.WIDE)) {
            window.click("welcome-start-sandbox");
            UiWait.until("the first record", LONG, () -> window.rows("records-table") > 0);
            String oldPort = digits(window.text("sandbox-port"));
            try (OtherSide others = new OtherSide("127.0.0.1:" + oldPort)) {
                others.createTopic("moving", PARTITIONS);
            }
            window.click("sidebar-refresh");
            window.goTo("moving");
            window.click("records-begin-new");
            window.until("live", () -> window.text("records-state").equals("Live"));
            List<String> sent = new ArrayList<>();
            try (OtherSide others = new OtherSide("127.0.0.1:" + oldPort)) {
                sent.addAll(send(others));
            }
            window.until("the first ones", () -> window.rows("records-table") == SENT);
            window.type("records-filter", "value");
            window.robot().type(KeyCode.ENTER);

            window.click("sandbox-stop");
            window.until("stopped", () -> window.text("sandbox-state").equals("Broker not running"));
            int taken = Integer.parseInt(oldPort);
            try (ServerSocket squatter = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
                assertThat(squatter.isBound()).isTrue();
                window.click("sandbox-start");
                UiWait.until(
                        "it runs at another port",
                        LONG,
                        () -> !digits(window.text("sandbox-port")).isEmpty()
                                && !digits(window.text("sandbox-port")).equals(oldPort));
                try (OtherSide others = new OtherSide("127.0.0.1:" + digits(window.text("sandbox-port")))) {
                    // Before the table may read again.
                    sent.addAll(send(others));
                    UiWait.until("live again", LONG, () -> window.text("records-state")
                            .equals("Live"));
                    sent.addAll(send(others));
                }
            }
            window.until(
                    "all of them", () -> digits(window.text("records-received")).equals(String.valueOf(3 * SENT)));
            UiWait.frames(3);
            assertThat(references(window)).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(counts(window)).containsExactly(3L * SENT, 3L * SENT, 0L, 0L);
            assertThat(window.text("records-filter")).isEqualTo("value");
            window.picture("moved");
            assertThat(window.find("records-banner-title")).isEmpty();
            assertThat(window.text("trouble-crash-close")).isEmpty();
        }
    }

    private static List<String> send(OtherSide others) throws Exception {
        Stream.Builder<String> sent = Stream.builder();
        for (int i = 0; i < SENT; i++) {
            RecordMetadata place =
                    others.send(new ProducerRecord<>("moving", i % PARTITIONS, null, ("value-" + i).getBytes(UTF_8)));
            sent.add("moving[" + place.partition() + "]@" + place.offset());
        }
        return sent.build().toList();
    }

    private static List<String> references(TourWindow window) {
        TableView<?> table = window.table("records-table");
        return UiWait.onFx(() -> IntStream.range(0, table.getItems().size())
                .mapToObj(row ->
                        ((ConsumedRecord) table.getItems().get(row)).reference().toString())
                .toList());
    }

    /** Returns received, shown, filtered and evicted, all of one moment. */
    private static List<Long> counts(TourWindow window) {
        return UiWait.onFx(() -> Stream.of("received", "shown", "filtered", "evicted")
                .map(name -> window.find("records-" + name)
                        .map(node -> ((Labeled) node).getText())
                        .orElse("0"))
                .map(text -> Long.parseLong(digits(text)))
                .toList());
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
