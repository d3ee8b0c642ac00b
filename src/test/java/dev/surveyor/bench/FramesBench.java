package dev.surveyor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.records.FakeCluster;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.records.page.RecordsView;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * How long a pulse of the window takes, and how soon it answers, while a following table is fed records of about 200
 * bytes at a rate. {@link LiveBench} has the same at full speed.
 */
@Tag("bench")
@ExtendWith({ApplicationExtension.class, BenchExtension.class})
class FramesBench {

    /** A frame in which no tick fell costs less. */
    private static final long NO_WORK = 1_000_000;

    private static final int BATCH = 500;
    private static final int WARM_UP_SECONDS = 4;
    private static final byte[] VALUE = ("{\"status\":\"paid\",\"total\":120.50,\"id\":90195,\"currency\":\"EUR\","
                    + "\"customer\":{\"key\":\"cust-24\",\"tier\":\"gold\"},\"placedAt\":\"2026-11-22T09:02:10.977Z\","
                    + "\"note\":\"nothing to say about this one here\"}")
            .getBytes(StandardCharsets.UTF_8);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final FakeCluster cluster = new FakeCluster();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final List<Long> frames = new ArrayList<>();
    private RecordTableViewModel model;
    private RecordsView view;
    private final List<Long> work = new ArrayList<>();
    private long frameStart;
    private long workStart;

    @Start
    void start(Stage stage) {
        new Theme().install();
        RecordTools tools = LiveTable.tools(background);
        measureFrames();
        model = new RecordTableViewModel(Subscription.to("orders"), cluster.session, tools, BufferLimits.DEFAULT);
        view = new RecordsView(model, tools, RecordActions.NONE);
        Scene scene = new Scene(new BorderPane(view.content(), null, view.inspector(), null, null), 1280, 800);
        scene.addPostLayoutPulseListener(() -> {
            frames.add(System.nanoTime() - frameStart);
            work.add(THREADS.getCurrentThreadCpuTime() - workStart);
        });
        Stages.show(stage, scene);
    }

    /** Started before the pulse of the table, so that it runs first in each frame. */
    private void measureFrames() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frameStart = System.nanoTime();
                workStart = THREADS.getCurrentThreadCpuTime();
            }
        }.start();
    }

    @AfterEach
    void end() {
        UiWait.runOnFx(view::close);
        background.shutdownNow();
    }

    @ParameterizedTest
    @Measure("frames")
    @CsvSource({"5000, 60", "100000, 15"})
    void a_following_table_answers_at_any_rate(int recordsPerSecond, int seconds, BenchResults results)
            throws Exception {
        UiWait.runOnFx(model.consume()::start);
        feed(recordsPerSecond, WARM_UP_SECONDS);
        UiWait.runOnFx(() -> {
            frames.clear();
            work.clear();
        });
        BufferCounts before = model.feed().countsProperty().get();
        List<Long> answers = new ArrayList<>();
        CountDownLatch fed = new CountDownLatch(1);
        background.execute(() -> {
            feed(recordsPerSecond, seconds);
            fed.countDown();
        });
        while (!fed.await(20, TimeUnit.MILLISECONDS)) {
            answers.add(answerNanos());
        }
        UiWait.frames(5);
        BufferCounts after = UiWait.onFx(() -> model.feed().countsProperty().get());
        long[] frameTimes = UiWait.onFx(() -> sorted(frames));
        long[] answerTimes = sorted(answers);
        long[] flushes = UiWait.onFx(
                () -> sorted(work.stream().filter(nanos -> nanos > NO_WORK).toList()));
        System.out.printf(
                "%,d records/s: a pulse with work takes %.1f ms of the processor, 99 of 100 %.1f ms; an answer %.1f ms,"
                        + " 99 of 100 %.1f ms, the latest %.1f ms%n",
                (after.received() - before.received()) / seconds,
                millis(flushes, 0.5),
                millis(flushes, 0.99),
                millis(answerTimes, 0.5),
                millis(answerTimes, 0.99),
                millis(answerTimes, 1));
        String name = "frames-" + recordsPerSecond;
        results.add(name + "-pulse-p99", millis(frameTimes, 0.99), LiveBench.SLOW_MILLIS, "ms");
        results.add(name + "-pulse-max", millis(frameTimes, 1), LiveBench.LONGEST_MILLIS, "ms");
        assertThat(after.shown() + after.filtered() + after.evicted()).isEqualTo(after.received());
    }

    private static long answerNanos() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        long asked = System.nanoTime();
        Platform.runLater(answered::countDown);
        assertThat(answered.await(5, TimeUnit.SECONDS)).isTrue();
        return System.nanoTime() - asked;
    }

    private void feed(int recordsPerSecond, int seconds) {
        PartitionId partition = new PartitionId("orders", 3);
        long begin = System.nanoTime();
        long sent = 0;
        long offset = System.nanoTime() >>> 10;
        int batchSize = Math.min(BATCH, recordsPerSecond / 50);
        while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
            List<ConsumedRecord> batch = new ArrayList<>(batchSize);
            for (int i = 0; i < batchSize; i++) {
                batch.add(ConsumedRecord.at(partition, offset++)
                        .timestamp(System.currentTimeMillis(), TimestampType.CREATE_TIME)
                        .key(new byte[] {'c', 'u', 's', 't', '-', (byte) ('0' + offset % 10)})
                        .value(VALUE)
                        .build());
            }
            cluster.consumer().poll(batch);
            sent += batchSize;
            long due = begin + sent * 1_000_000_000L / recordsPerSecond;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        }
    }

    private static long[] sorted(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }
}
