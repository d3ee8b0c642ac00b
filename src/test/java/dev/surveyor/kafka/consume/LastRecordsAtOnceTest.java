package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.testing.Await;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What looking back has read is handed on before the consumer waits for more. */
class LastRecordsAtOnceTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final int RECORDS = 10;

    /** Its log ends; a poll behind the end lasts until the test has looked. */
    private static final class EndingLog extends MockConsumer<ByteBuffer, ByteBuffer> {
        private final CountDownLatch waits = new CountDownLatch(1);
        private final CountDownLatch looked = new CountDownLatch(1);

        EndingLog() {
            super("none");
            Node node = new Node(1, "localhost", 9092);
            Node[] nodes = {node};
            updatePartitions("orders", List.of(new PartitionInfo("orders", 0, node, nodes, nodes)));
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, (long) RECORDS));
            schedulePollTask(() -> {
                for (int offset = 0; offset < RECORDS; offset++) {
                    ByteBuffer value = ByteBuffer.wrap(("value-" + offset).getBytes(StandardCharsets.UTF_8));
                    addRecord(new ConsumerRecord<>("orders", 0, offset, ByteBuffer.allocate(0), value));
                }
            });
        }

        @Override
        public synchronized ConsumerRecords<ByteBuffer, ByteBuffer> poll(Duration timeout) {
            if (position(PARTITION) == RECORDS) {
                waits.countDown();
                try {
                    looked.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            return super.poll(timeout);
        }
    }

    @Test
    void the_last_records_are_there_before_the_first_poll_that_waits() throws Exception {
        EndingLog log = new EndingLog();
        CollectingSink sink = new CollectingSink();
        ConsumeRequest request = ConsumeRequest.standalone("orders", new StartPosition.LastRecords(100));
        try (TestConnection connection = TestConnection.to("127.0.0.1:1")) {
            PollLoop loop = new PollLoop(
                    request,
                    sink,
                    connection.context().with(new OffsetsOf(log)),
                    "client-1",
                    LookingBack.Limits.DEFAULT,
                    () -> log);
            connection.threads().start("test-poll", loop);
            try {
                Await.until("it waits for more", SOON, () -> log.waits.getCount() == 0);

                assertThat(sink.count()).isEqualTo(RECORDS);
            } finally {
                log.looked.countDown();
                loop.stop().join();
            }
        }
    }
}
