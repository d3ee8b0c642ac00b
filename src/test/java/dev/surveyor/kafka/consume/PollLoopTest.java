package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.event.ClientEvent.ClientError;
import dev.surveyor.domain.event.ClientEvent.Sought;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollLoopTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final PartitionId ID = new PartitionId("orders", 0);

    private final MockConsumer<ByteBuffer, ByteBuffer> client = new MockConsumer<>("none");
    private final CollectingSink sink = new CollectingSink();
    private final TestConnection connection = TestConnection.to("127.0.0.1:1");
    private PollLoop loop;
    private ConsumeSession session;
    private boolean started;

    @BeforeEach
    void prepare() {
        Node node = new Node(1, "localhost", 9092);
        client.updatePartitions(
                "orders", List.of(new PartitionInfo("orders", 0, node, new Node[] {node}, new Node[] {node})));
        client.updateBeginningOffsets(Map.of(PARTITION, 0L));
        client.updateEndOffsets(Map.of(PARTITION, 10L));
        ConsumeRequest request = ConsumeRequest.standalone("orders", new StartPosition.Beginning());
        loop = new PollLoop(
                request,
                sink,
                connection.context().with(new OffsetsOf(client)),
                "client-1",
                LookingBack.Limits.DEFAULT,
                () -> client);
        session = new KafkaConsumeSession(request, "client-1", loop);
    }

    @AfterEach
    void stop() throws Exception {
        if (started) {
            session.stop().get(60, TimeUnit.SECONDS);
        }
        connection.close();
    }

    @Test
    void records_carry_the_epoch_of_their_seek() throws Exception {
        run();
        addRecord(0);
        awaitRecords(1);

        session.seek(Map.of(ID, 5L)).get(60, TimeUnit.SECONDS);
        addRecord(5);
        awaitRecords(2);

        assertThat(sink.records()).extracting(ConsumedRecord::seekEpoch).containsExactly(0, 1);
        assertThat(connection.events(Sought.class)).extracting(Sought::text).containsExactly("Sought: [orders[0]@5]");
    }

    @Test
    void a_seek_clamps_and_knows_the_names_of_begin_and_end() throws Exception {
        client.updateBeginningOffsets(Map.of(PARTITION, 3L));
        run();

        assertThat(seekTo(99)).isEqualTo(10);
        assertThat(seekTo(0)).isEqualTo(3);
        assertThat(seekTo(LogicalOffset.END.number())).isEqualTo(10);
        assertThat(seekTo(LogicalOffset.BEGINNING.number())).isEqualTo(3);
    }

    @Test
    void a_seek_to_the_end_is_known_as_one_even_where_records_came_since_the_end_was_told() throws Exception {
        run();
        seekTo(LogicalOffset.END.number());
        Await.until("at the end", SOON, () -> session.status().soughtEnd());
        seekTo(5);
        Await.until("elsewhere", SOON, () -> !session.status().soughtEnd());
        session.positions().get(60, TimeUnit.SECONDS);
        client.updateEndOffsets(Map.of(PARTITION, 12L));
        seekTo(10);
        Await.until("at the end that was told", SOON, () -> session.status().soughtEnd());
    }

    private long seekTo(long offset) throws Exception {
        return session.seek(Map.of(ID, offset))
                .get(60, TimeUnit.SECONDS)
                .get(0)
                .position()
                .orElseThrow();
    }

    @Test
    void a_full_buffer_pauses_fetching_and_polling_goes_on() {
        sink.room(1);
        run();
        addRecord(0);
        awaitPhase(ConsumePhase.PAUSED_BY_BUFFER);
        assertThat(client.paused()).containsExactly(PARTITION);

        sink.room(100);

        awaitPhase(ConsumePhase.RUNNING);
        assertThat(client.paused()).isEmpty();
    }

    @Test
    void a_pause_of_the_user_holds_until_resumed() {
        run();
        session.pause();
        awaitPhase(ConsumePhase.PAUSED_BY_USER);
        assertThat(client.paused()).containsExactly(PARTITION);

        session.resume();

        awaitPhase(ConsumePhase.RUNNING);
        assertThat(client.paused()).isEmpty();
    }

    @Test
    void offsets_that_retention_took_are_named_and_passed_over() {
        run();
        client.updateBeginningOffsets(Map.of(PARTITION, 7L));
        client.setPollException(new OffsetOutOfRangeException(Map.of(PARTITION, 2L)));

        Await.until(
                "it is told", SOON, () -> !connection.events(ClientError.class).isEmpty());
        assertThat(client.position(PARTITION)).isEqualTo(7);
        assertThat(connection.events(ClientError.class)).singleElement().satisfies(event -> assertThat(event.text())
                .contains("offsets 2 to 6 of orders[0] were passed over"));
        assertThat(sink.deleted()).containsExactly("orders[0]@7");
        awaitPhase(ConsumePhase.RUNNING);
    }

    @Test
    void what_may_pass_is_waited_for() {
        run();
        client.setPollException(new TimeoutException("away"));

        awaitPhase(ConsumePhase.RECONNECTING);
        assertThat(Objects.requireNonNull(session.status().failure()).what()).contains("did not answer in time");
        addRecord(0);

        awaitRecords(1);
        awaitPhase(ConsumePhase.RUNNING);
    }

    @Test
    void a_damaged_record_ends_the_consumer_instead_of_spinning() {
        run();
        client.setPollException(new KafkaException("cannot go on", new CorruptRecordException("crc")));

        awaitPhase(ConsumePhase.FAILED);

        assertThat(Objects.requireNonNull(session.status().failure()).what()).contains("record is damaged");
        assertThat(connection.events(ClientError.class)).singleElement().matches(ClientError::fatal);
        assertThat(client.closed()).isTrue();
    }

    @Test
    void the_phase_follows_the_cluster_and_recovers_alone() {
        run();
        connection
                .context()
                .reachability()
                .gone(new BrokerFailure("gone", "", List.of("wait"), "", BrokerFailure.Kind.RETRIABLE));
        awaitPhase(ConsumePhase.RECONNECTING);

        connection.context().reachability().answers(Set.of(1));

        awaitPhase(ConsumePhase.RUNNING);
    }

    @Test
    void received_records_and_bytes_are_counted() {
        run();
        addRecord(0);
        addRecord(1);
        awaitRecords(2);

        Await.until("counted", SOON, () -> session.status().received() == 2);
        assertThat(session.status().receivedBytes()).isEqualTo(2L * "value-0".length());
        assertThat(session.status().assignment()).containsExactly(ID);
    }

    @Test
    void stopping_closes_the_client_and_later_commands_fail_in_words() throws Exception {
        run();

        session.stop().get(60, TimeUnit.SECONDS);

        assertThat(client.closed()).isTrue();
        assertThat(session.status().phase()).isEqualTo(ConsumePhase.STOPPED);
        CompletableFuture<?> late = session.positions();
        assertThatThrownBy(() -> late.get(60, TimeUnit.SECONDS)).cause().isInstanceOf(BrokerFailureException.class);
    }

    @Test
    void a_client_that_cannot_be_made_is_a_failure_in_words() {
        ConsumeRequest request = ConsumeRequest.standalone("orders", new StartPosition.Beginning());
        PollLoop broken =
                new PollLoop(request, sink, connection.context(), "client-2", LookingBack.Limits.DEFAULT, () -> {
                    throw new KafkaException("Failed to construct kafka consumer");
                });
        connection.threads().start("test-poll-2", broken);

        Await.until("it failed", SOON, () -> broken.board().status().phase() == ConsumePhase.FAILED);
    }

    private void run() {
        started = true;
        connection.threads().start("test-poll", loop);
        awaitPhase(ConsumePhase.RUNNING);
    }

    private void addRecord(long offset) {
        ByteBuffer value = ByteBuffer.wrap(("value-" + offset).getBytes(StandardCharsets.UTF_8));
        client.schedulePollTask(
                () -> client.addRecord(new ConsumerRecord<>("orders", 0, offset, ByteBuffer.allocate(0), value)));
    }

    private void awaitRecords(int count) {
        Await.until(count + " records", SOON, () -> sink.count() == count);
    }

    private void awaitPhase(ConsumePhase phase) {
        Await.until("phase " + phase, SOON, () -> session.status().phase() == phase);
    }
}
