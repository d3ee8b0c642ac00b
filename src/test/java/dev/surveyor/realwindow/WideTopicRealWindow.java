package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.testing.TestBroker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
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

    @AutoClose
    private final WindowRig window = new WindowRig("wide", 1_280, 800);

    private final RealDisplay display = window.display();
    private RunningSurveyor app;

    @BeforeAll
    void open() {
        TestBroker broker = window.startBroker();
        broker.createTopic(TOPIC, PARTITIONS, Map.of());
        for (int partition = 0; partition < PARTITIONS; partition++) {
            broker.sendLater(new ProducerRecord<>(TOPIC, partition, null, new byte[] {1}));
        }
        broker.flush();
        app = window.start(List.of(WindowRig.local(broker)));
        app.connect("local");
        app.choose(TOPIC);
        app.fire("records-begin-beginning");
        app.until("the records", () -> app.ask("rows records-table").equals("" + PARTITIONS));
    }

    @Test
    void the_list_of_partitions() {
        List<Step> steps = List.of(
                new Step("open the list", () -> {
                    app.fire("topic-tab-partitions");
                    untilRows("topic-partitions-table");
                }),
                new Step("read it again", () -> {
                    app.fire("topic-refresh");
                    app.untilGone("topic-progress");
                    app.restingPlace("topic-partitions-table");
                }),
                new Step("back to the records", () -> {
                    app.fire("topic-tab-messages");
                    app.restingPlace("records-table");
                }));
        assertFree("partitions", steps);
    }

    @Test
    void the_seek_dialog() {
        List<Step> steps = List.of(
                new Step("open the dialog", () -> {
                    app.fire("records-seek");
                    untilRows("seek-table");
                    untilPlanned();
                }),
                new Step("leave one out", () -> app.fire("seek-tick-0")),
                new Step("take all", () -> app.fire("seek-tick-all")),
                new Step("another target", () -> {
                    app.fire("seek-to-end");
                    untilPlanned();
                }),
                new Step("close it", () -> {
                    app.fire("seek-cancel");
                    app.untilGone("seek-table");
                }));
        assertFree("seek", steps);
    }

    @Test
    void the_picker() {
        List<Step> steps = List.of(
                new Step("open the picker", () -> {
                    app.click("records-partitions");
                    app.restingPlace("records-partitions-list");
                }),
                new Step("choose none", () -> app.fire("records-partitions-none")),
                new Step("choose those with records", () -> app.fire("records-partitions-with-records")),
                new Step("narrow it", () -> {
                    display.type("0-499");
                    app.until("it is typed", () -> app.text("records-partitions-narrow")
                            .equals("0-499"));
                }),
                new Step("choose the listed", () -> app.fire("records-partitions-listed")),
                new Step("close it", () -> {
                    display.press("Escape");
                    app.untilGone("records-partitions-list");
                }));
        assertFree("picker", steps);
    }

    private void untilRows(String table) {
        app.untilShown(table);
        app.until("the rows", () -> app.ask("rows " + table).equals("" + PARTITIONS));
        app.restingPlace(table);
    }

    private void untilPlanned() {
        app.until("a plan", () -> !app.text("seek-reason").startsWith("Working"));
    }

    private record Step(String name, Runnable action) {}

    /** The first times load classes and styles, whatever the number of partitions. */
    private void assertFree(String name, List<Step> steps) {
        Map<String, Long> least = new LinkedHashMap<>();
        for (int i = 0; i < TIMES; i++) {
            for (Step step : steps) {
                long unused = app.held();
                step.action().run();
                app.drawn();
                least.merge(step.name(), app.held(), Math::min);
            }
            app.picture(name);
        }
        System.out.println(name + ": ms that the JavaFX thread was held at most, " + least);
        assertThat(least)
                .allSatisfy((step, millis) -> assertThat(millis).as(step).isLessThan(FREE_MILLIS));
    }
}
