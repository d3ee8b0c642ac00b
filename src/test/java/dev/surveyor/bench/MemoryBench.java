package dev.surveyor.bench;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.testing.Await;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The heap that kept records take, and what is left after a whole topic went through a table. */
@Tag("bench")
@ExtendWith({ApplicationExtension.class, BenchExtension.class})
class MemoryBench {

    private static final int KEPT = 500_000;
    private static final double BYTES_PER_RECORD = 450;
    private static final double HEAP_MEGABYTES = 256;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    @Measure("memory")
    void a_kept_record(BenchTopics topics, BenchResults results) throws Exception {
        BenchTopic topic = topics.small();
        RecordBuffer buffer = new RecordBuffer(
                new BufferLimits(KEPT, Long.MAX_VALUE / 2), RecordReader.withoutSchemas(), Runnable::run);
        long before = usedHeap();
        try (TestConnection connection = TestConnection.to(topics.bootstrapServers())) {
            ConsumeSession session = new KafkaConsumers(connection.context())
                    .start(ConsumeRequest.standalone(topic.name(), new StartPosition.Beginning()), buffer.open(true));
            Await.until(
                    "all were received",
                    Duration.ofMinutes(2),
                    () -> buffer.counts().received() == topic.records());
            session.stop().get(10, TimeUnit.SECONDS);
        }
        double perRecord = (double) (usedHeap() - before) / buffer.counts().kept();
        results.add("memory", perRecord, BYTES_PER_RECORD, "bytes/record");
    }

    @Test
    @Measure("memory-heap")
    void the_heap_after_a_whole_topic(BenchTopics topics, BenchResults results) {
        BenchTopic topic = topics.small();
        try (LiveTable table = new LiveTable(stage, topics.bootstrapServers(), topic.name())) {
            table.read(new StartPosition.Beginning(), topic.records());
            results.add("memory-heap", usedHeap() / 1e6, HEAP_MEGABYTES, "MB");
        }
    }

    /** Returns the heap in use after what is not needed has gone. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
