package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.store.JsonProfileStore;
import dev.surveyor.testing.TestBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A topic of a thousand partitions: its list of partitions, its seek dialog and its picker do not hold the window. */
@Tag("real-window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideTopicRealWindow {

    private static final String TOPIC = "wide";
    private static final int PARTITIONS = 1_000;
    private static final int TIMES = 5;
    private static final long FREE_MILLIS = 100;

    private final Path folder = RealWindowFolder.fresh("wide");
    private final TestBroker broker = TestBroker.start();
    private RealDisplay display;
    private RunningSurveyor app;

    @BeforeAll
    void open() {
        broker.createTopic(TOPIC, PARTITIONS, Map.of());
        for (int partition = 0; partition < PARTITIONS; partition++) {
            broker.sendLater(new ProducerRecord<>(TOPIC, partition, 1_000_000L, null, new byte[] {1}));
        }
        broker.flush();
        Path home = folder.resolve("home");
        new JsonProfileStore(home.resolve("settings"), name -> false, Clock.systemUTC())
                .save(List.of(new ConnectionProfile(
                        "local",
                        "local",
                        Environment.DEVELOPMENT,
                        List.of(broker.bootstrapServers()),
                        "",
                        SecuritySettings.NONE,
                        Map.of(),
                        Set.of())));
        display = new RealDisplay(folder, 1_280, 800);
        app = new RunningSurveyor(display, home, folder);
        choose("Connect to local");
        app.until("connected", () -> app.text("context-health").startsWith("connected"));
        choose(TOPIC);
        app.fire("records-begin-beginning");
        app.until("the records", () -> app.ask("rows records-table").equals("" + PARTITIONS));
    }

    private void choose(String typed) {
        display.press("ctrl+k");
        app.untilFocus("palette-query");
        display.type(typed);
        app.until("it is offered", () -> app.ask("first palette-list").contains("title=" + typed + ","));
        display.press("Return");
        app.untilGone("palette-query");
    }

    @AfterAll
    void close() {
        if (app != null) {
            app.close();
        }
        if (display != null) {
            display.close();
        }
        broker.close();
    }

    @Test
    void the_list_of_partitions() {
        assertFree("partitions", () -> {
            app.fire("topic-tab-partitions");
            app.until("the list", () -> app.ask("rows topic-partitions-table").equals("" + PARTITIONS));
            app.restingPlace("topic-partitions-table");
            app.fire("topic-refresh");
            app.restingPlace("topic-partitions-table");
            app.fire("topic-tab-messages");
        });
    }

    @Test
    void the_seek_dialog() {
        assertFree("seek", () -> {
            app.fire("records-seek");
            app.untilShown("seek-table");
            app.until("a plan", () -> app.ask("rows seek-table").equals("" + PARTITIONS));
            app.until("it can be applied", () -> app.text("seek-summary").contains("1 000"));
            app.fire("seek-tick-0");
            app.fire("seek-tick-all");
            app.fire("seek-tick-all");
            app.restingPlace("seek-table");
            app.fire("seek-cancel");
            app.untilGone("seek-table");
        });
    }

    @Test
    void the_picker() {
        assertFree("picker", () -> {
            app.click("records-partitions");
            app.untilShown("records-partitions-list");
            app.fire("records-partitions-none");
            app.fire("records-partitions-with-records");
            app.focusOn("records-partitions-narrow");
            display.type("0-499");
            app.fire("records-partitions-listed");
            app.restingPlace("records-partitions-list");
            display.press("Escape");
            app.untilGone("records-partitions-list");
        });
    }

    /** The first times load classes and styles, whatever the number of partitions. */
    private void assertFree(String name, Runnable use) {
        use.run();
        use.run();
        String unused = app.ask("hold");
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            use.run();
            long held = Long.parseLong(app.ask("hold"));
            System.out.println(name + ": the JavaFX thread was held for " + held + " ms");
            least = Math.min(least, held);
        }
        display.picture(folder.resolve(name + ".png"));
        assertThat(least).as("ms that the JavaFX thread was held by one thing").isLessThan(FREE_MILLIS);
    }
}
