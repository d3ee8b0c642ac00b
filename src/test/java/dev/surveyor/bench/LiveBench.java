package dev.surveyor.bench;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.ui.testing.UiWait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A topic read through a table that follows it, beside a consumer that does nothing with its records. */
@Tag("bench")
@ExtendWith({ApplicationExtension.class, BenchExtension.class})
class LiveBench {

    /** What 99 of 100 pulses should stay under. */
    static final double SLOW_MILLIS = 33;
    /** What no pulse should reach. */
    static final double LONGEST_MILLIS = 100;

    private Stage stage;
    private final List<Double> pulses = Collections.synchronizedList(new ArrayList<>());

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    /** From the start of the consumer to the last record on the screen; opening the window is not counted. */
    @Test
    @Measure("live")
    void a_table_that_follows_beside_the_bare_loop(BenchTopics topics, BenchResults results) throws Exception {
        BenchTopic topic = topics.small();
        BareLoop bare = new BareLoop(topics.bootstrapServers(), topic.name());
        Contest.Times times =
                Contest.measureWindow(() -> live(topics, topic), () -> nanos(bare::readAll), pulses::clear);
        results.addRate("live", topic.records(), times, "records/s");
        double[] sorted =
                pulses.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        results.add("live-pulse-p99", share(sorted, 0.99), SLOW_MILLIS, "ms");
        results.add("live-pulse-max", share(sorted, 1), LONGEST_MILLIS, "ms");
    }

    private double live(BenchTopics topics, BenchTopic topic) {
        try (LiveTable table = new LiveTable(stage, topics.bootstrapServers(), topic.name());
                Pulses watched = new Pulses(stage, pulses)) {
            watched.start();
            long begin = System.nanoTime();
            table.read(new StartPosition.Beginning(), topic.records());
            return System.nanoTime() - begin;
        }
    }

    /** From the click to the last 100 records of each partition on the screen. */
    @Test
    @Measure("first-page")
    void the_last_hundred_of_each_partition(BenchTopics topics, BenchResults results) throws Exception {
        BenchTopic topic = topics.small();
        LastPage bare = new LastPage(topics.bootstrapServers(), topic.name(), 100);
        Contest.Times times = Contest.measure(
                () -> {
                    try (LiveTable table = new LiveTable(stage, topics.bootstrapServers(), topic.name())) {
                        return nanos(() -> table.read(new StartPosition.LastRecords(100), topic.partitions() * 100L));
                    }
                },
                () -> nanos(bare::read));
        results.add("first-page", times.ours() / 1e6, times.reference() / 1e6, "ms");
    }

    private static double nanos(Contest.Run run) throws Exception {
        long begin = System.nanoTime();
        run.run();
        return System.nanoTime() - begin;
    }

    private static double share(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
    }

    /** Notes how long each pulse of the toolkit takes, from its timers to the end of its layout. */
    private static final class Pulses implements AutoCloseable {
        private final AnimationTimer timer;
        private final Runnable after;
        private final Scene scene;
        private long begin;

        Pulses(Stage stage, List<Double> pulses) {
            scene = stage.getScene();
            timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    begin = System.nanoTime();
                }
            };
            after = () -> {
                if (begin != 0) {
                    pulses.add((System.nanoTime() - begin) / 1e6);
                }
            };
        }

        void start() {
            UiWait.runOnFx(() -> {
                timer.start();
                scene.addPostLayoutPulseListener(after);
            });
        }

        @Override
        public void close() {
            UiWait.runOnFx(() -> {
                timer.stop();
                scene.removePostLayoutPulseListener(after);
            });
        }
    }
}
