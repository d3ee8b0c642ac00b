package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.RecordSink;
import dev.surveyor.testing.Await;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for every poll that brings records holds for the very first one as well. */
class FirstPollTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final MockConsumer<ByteBuffer, ByteBuffer> client = new MockConsumer<>("none");
    private final CollectingSink sink = new CollectingSink();
    private final TestConnection connection = TestConnection.to("127.0.0.1:1");
    private final CompletableFuture<PollLoop> loop = new CompletableFuture<>();

    @AfterEach
    void stop() throws Exception {
        loop.get(30, TimeUnit.SECONDS).stop().get(30, TimeUnit.SECONDS);
        connection.close();
    }

    @Test
    void the_status_names_a_partition_before_its_first_record_is_handed_on() {
        holds("orders", 1);
        client.schedulePollTask(() -> add("orders", 10));
        List<List<PartitionId>> assigned = new CopyOnWriteArrayList<>();
        read(new RecordSink() {
            @Override
            public void accept(List<ConsumedRecord> batch) {
                assigned.add(loop.join().board().status().assignment());
                sink.accept(batch);
            }

            @Override
            public boolean hasRoom() {
                return true;
            }
        });

        Await.until("the record is there", SOON, () -> sink.count() == 1);
        assertThat(assigned).containsExactly(List.of(new PartitionId("orders", 0)));
    }

    @Test
    void records_of_the_first_poll_wait_for_earlier_ones_of_a_topic_that_comes_with_the_second() {
        holds("orders", 1);
        holds("payments", 1);
        client.schedulePollTask(() -> add("orders", 20));
        client.schedulePollTask(() -> add("payments", 10));
        read(sink);

        Await.until("both are there", SOON, () -> sink.count() == 2);
        assertThat(sink.records()).extracting(ConsumedRecord::timestamp).containsExactly(10L, 20L);
    }

    @Test
    void a_consumer_ends_even_where_the_shared_threads_have_ended_before() throws Exception {
        holds("orders", 1);
        client.schedulePollTask(() -> add("orders", 10));
        read(sink);
        Await.until("it reads", SOON, () -> sink.count() == 1);

        connection.close();

        assertThat(loop.join().stop()).succeedsWithin(SOON);
        assertThat(loop.join().lastPositions().get(30, TimeUnit.SECONDS))
                .containsEntry(new PartitionId("orders", 0), 1L);
    }

    private void read(RecordSink records) {
        Subscription all =
                new Subscription.Topics(List.copyOf(client.listTopics().keySet()));
        ConsumeRequest request = new ConsumeRequest(
                all,
                Set.of(),
                new StartPosition.Beginning(),
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_UNCOMMITTED);
        loop.complete(new PollLoop(
                request,
                records,
                connection.context().with(new OffsetsOf(client)),
                "client-1",
                LookingBack.Limits.DEFAULT,
                () -> client));
        connection.threads().start("test-poll", loop.join());
    }

    private void holds(String topic, long end) {
        Node node = new Node(1, "localhost", 9092);
        Node[] nodes = {node};
        TopicPartition partition = new TopicPartition(topic, 0);
        client.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, node, nodes, nodes)));
        client.updateBeginningOffsets(Map.of(partition, 0L));
        client.updateEndOffsets(Map.of(partition, end));
    }

    private void add(String topic, long time) {
        client.addRecord(new ConsumerRecord<>(
                topic,
                0,
                0,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                ByteBuffer.allocate(0),
                ByteBuffer.allocate(0),
                new RecordHeaders(),
                Optional.empty()));
    }
}
