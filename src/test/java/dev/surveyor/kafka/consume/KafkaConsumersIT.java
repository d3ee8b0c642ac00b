package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxBroker.class)
class KafkaConsumersIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestBroker broker;
    private final CollectingSink sink = new CollectingSink();
    private TestConnection connection;

    KafkaConsumersIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(broker.bootstrapServers());
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void headers_arrive_byte_for_byte_null_empty_and_repeated() {
        String topic = broker.newTopic(1);
        byte[] binary = {0, -1, 10, 13, (byte) 0x80};
        broker.send(
                topic,
                0,
                null,
                bytes("v"),
                new RecordHeader("a", bytes("1")),
                new RecordHeader("a", bytes("2")),
                new RecordHeader("null", (byte[]) null),
                new RecordHeader("empty", new byte[0]),
                new RecordHeader("", binary));

        start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitRecords(1);

        ConsumedRecord record = sink.records().get(0);
        assertThat(record.key()).isNull();
        assertThat(record.headers().subList(0, 4))
                .extracting(Object::toString)
                .containsExactly("a=\"1\"", "a=\"2\"", "null=nil", "empty=<empty>");
        assertThat(record.headers().get(4).value()).isEqualTo(binary);
    }

    @Test
    void what_kcat_sends_arrives_byte_for_byte_within_half_a_second() throws Exception {
        assumeTrue(isInstalled("kcat"), "kcat is not installed, so there is no independent producer");
        String topic = broker.newTopic(1);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        Process kcat = new ProcessBuilder(
                        "kcat",
                        "-P",
                        "-b",
                        broker.bootstrapServers(),
                        "-t",
                        topic,
                        "-p",
                        "0",
                        "-k",
                        "schlüssel",
                        "-H",
                        "a=1",
                        "-H",
                        "a=2",
                        "-H",
                        "empty=")
                .redirectErrorStream(true)
                .start();
        try (var in = kcat.getOutputStream()) {
            in.write(bytes("grün \u0001 ☃"));
        }
        assertThat(kcat.waitFor()).isZero();

        Await.until("the record is there", Duration.ofMillis(500), () -> sink.count() == 1);
        ConsumedRecord record = sink.records().get(0);
        assertThat(record.key()).isEqualTo(bytes("schlüssel"));
        assertThat(record.value()).isEqualTo(bytes("grün \u0001 ☃"));
        assertThat(record.headers())
                .extracting(Object::toString)
                .containsExactly("a=\"1\"", "a=\"2\"", "empty=<empty>");
    }

    private static boolean isInstalled(String program) {
        return java.util.stream.Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(folder, program)));
    }

    @Test
    void a_transaction_that_was_aborted_is_left_out_when_only_committed_records_are_wanted() {
        String topic = broker.newTopic(1);
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "transactional.id", TestBroker.uniqueName("transaction")),
                new org.apache.kafka.common.serialization.ByteArraySerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var aborted = producer.send(new ProducerRecord<>(topic, 0, null, bytes("aborted")));
            producer.flush();
            assertThat(aborted).isDone();
            producer.abortTransaction();
            producer.beginTransaction();
            var committed = producer.send(new ProducerRecord<>(topic, 0, null, bytes("committed")));
            producer.commitTransaction();
            assertThat(committed).isDone();
        }

        ConsumeSession session = start(new ConsumeRequest(
                List.of(topic),
                Set.of(),
                new StartPosition.Beginning(),
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_COMMITTED));

        awaitRecords(1);
        assertThat(sink.values()).containsExactly("committed");
        Await.until("the lag is none", SOON, () -> session.status().lag().orElse(-1) == 0);
    }

    @Test
    void a_tombstone_is_not_an_empty_value() {
        String topic = broker.newTopic(1);
        broker.send(topic, 0, bytes("k"), null);
        broker.send(topic, 0, new byte[0], new byte[0]);

        start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitRecords(2);

        assertThat(sink.records().get(0).value()).isNull();
        assertThat(sink.records().get(0).key()).isEqualTo(bytes("k"));
        assertThat(sink.records().get(1).value()).isEmpty();
        assertThat(sink.records().get(1).key()).isEmpty();
    }

    @Test
    void new_records_only_are_those_after_the_start_and_come_within_half_a_second() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 3);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        broker.send(topic, 0, null, bytes("fresh"));

        Await.until("the record is there", Duration.ofMillis(500), () -> sink.count() == 1);
        assertThat(sink.values()).containsExactly("fresh");
        assertThat(sink.records().get(0).offset()).isEqualTo(3);
    }

    @Test
    void the_last_records_are_counted_per_partition() {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);

        start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(3)));
        awaitRecords(6);

        assertThat(sink.records()).allMatch(record -> record.offset() >= 7);
    }

    @Test
    void more_last_records_than_there_are_means_all() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 5);

        start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(100)));

        awaitRecords(5);
    }

    @Test
    void a_time_starts_at_the_first_record_of_then_or_later_and_after_all_of_them_at_the_end() {
        String topic = broker.newTopic(1);
        for (int i = 0; i < 5; i++) {
            broker.send(new ProducerRecord<>(topic, 0, 1_000_000L + i * 1_000L, null, bytes("at-" + i)));
        }

        start(ConsumeRequest.standalone(topic, new StartPosition.AtTime(Instant.ofEpochMilli(1_002_500))));
        awaitRecords(2);
        assertThat(sink.values()).containsExactly("at-3", "at-4");

        CollectingSink late = new CollectingSink();
        ConsumeSession session = new KafkaConsumers(connection.context())
                .start(
                        ConsumeRequest.standalone(
                                topic, new StartPosition.AtTime(Instant.now().plusSeconds(3600))),
                        late);
        awaitPhase(session, ConsumePhase.RUNNING);
        broker.send(topic, 0, null, bytes("after"));
        Await.until("only the new one", SOON, () -> late.values().equals(List.of("after")));
    }

    @Test
    void an_offset_past_the_end_clamps_to_the_end_and_one_before_the_begin_to_the_begin() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 10);
        deleteBefore(topic, 4);

        start(ConsumeRequest.standalone(topic, new StartPosition.AtOffset(1)));
        awaitRecords(6);
        assertThat(sink.records().get(0).offset()).isEqualTo(4);

        ConsumeSession past = start(ConsumeRequest.standalone(topic, new StartPosition.AtOffset(99)));
        awaitPhase(past, ConsumePhase.RUNNING);
        assertThat(positions(past).get(0).position()).hasValue(10);
    }

    @Test
    void only_the_wanted_partitions_are_read() {
        String topic = broker.newTopic(3);
        broker.sendMany(topic, 3, 9);

        ConsumeSession session = start(new ConsumeRequest(
                List.of(topic),
                Set.of(1),
                new StartPosition.Beginning(),
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_UNCOMMITTED));
        awaitRecords(3);

        assertThat(session.status().assignment()).containsExactly(new PartitionId(topic, 1));
        assertThat(sink.records()).allMatch(record -> record.partition().partition() == 1);
    }

    @Test
    void a_seek_begins_a_new_epoch_and_tells_where_it_led() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitRecords(20);

        List<PartitionPosition> after = session.seek(
                        Map.of(new PartitionId(topic, 0), 7L, new PartitionId(topic, 1), 1_000L))
                .get(5, TimeUnit.SECONDS);

        assertThat(after).extracting(PartitionPosition::endOffset).containsExactly(10L, 10L);
        assertThat(after.get(1).position()).hasValue(10);
        awaitRecords(23);
        assertThat(sink.records().subList(20, 23)).allMatch(record -> record.seekEpoch() == 1 && record.offset() >= 7);
        assertThat(session.status().seekEpoch()).isEqualTo(1);
    }

    @Test
    void a_seek_to_a_partition_that_is_not_read_fails_in_words_and_moves_nothing() {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);

        assertThatThrownBy(() ->
                        session.seek(Map.of(new PartitionId(topic, 5), 0L)).get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(BrokerFailureException.class)
                .hasMessageContaining("not assigned");
        assertThat(session.status().seekEpoch()).isZero();
    }

    @Test
    void a_paused_consumer_counts_its_lag_and_goes_on_where_it_stopped() {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);
        session.pause();
        awaitPhase(session, ConsumePhase.PAUSED_BY_USER);

        broker.sendMany(topic, 1, 12);
        Await.until("the lag is known", SOON, () -> session.status().lag().orElse(0) == 12);
        assertThat(sink.count()).isZero();

        session.resume();
        awaitRecords(12);
        awaitPhase(session, ConsumePhase.RUNNING);
    }

    @Test
    void a_commit_of_a_standalone_consumer_fails_in_words() {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);

        assertThatThrownBy(() ->
                        session.commit(Map.of(new PartitionId(topic, 0), 0L)).get(5, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(BrokerFailureException.class)
                .hasMessageContaining("no valid group.id");
    }

    @Test
    void a_value_of_20_megabytes_arrives_whole() {
        String topic = TestBroker.uniqueName("large");
        broker.createTopic(topic, 1, Map.of("max.message.bytes", "30000000"));
        byte[] large = new byte[20 * 1024 * 1024];
        new java.util.Random(1).nextBytes(large);
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "max.request.size",
                        30_000_000,
                        "buffer.memory",
                        64_000_000L),
                new org.apache.kafka.common.serialization.ByteArraySerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, null, large));
            producer.flush();
        }

        start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitRecords(1);

        assertThat(Arrays.equals(sink.records().get(0).value(), large)).isTrue();
    }

    @Test
    void a_topic_that_does_not_exist_is_named_in_the_failure() {
        ConsumeSession session = start(ConsumeRequest.standalone("nowhere", new StartPosition.Beginning()));

        awaitPhase(session, ConsumePhase.FAILED);

        assertThat(failureOf(session)).contains("does not exist").contains("nowhere");
    }

    @Test
    void partitions_that_are_added_are_read_from_their_beginning() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        broker.admin()
                .createPartitions(Map.of(topic, NewPartitions.increaseTo(2)))
                .all()
                .get(10, TimeUnit.SECONDS);
        broker.awaitPartitions(topic, 2);
        broker.send(topic, 1, null, bytes("in the new one"));

        Await.until("the record is there", Duration.ofSeconds(20), () -> sink.count() == 1);
        assertThat(session.status().assignment()).hasSize(2);
    }

    @Test
    void a_deleted_topic_ends_the_consumer_with_a_reason() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        broker.admin().deleteTopics(List.of(topic)).all().get(10, TimeUnit.SECONDS);

        Await.until(
                "it has failed", Duration.ofSeconds(30), () -> session.status().phase() == ConsumePhase.FAILED);
        assertThat(failureOf(session)).contains("does not exist");
    }

    @Test
    void a_stopped_consumer_is_closed_in_a_moment() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);

        session.stop().get(1, TimeUnit.SECONDS);

        assertThat(session.status().phase()).isEqualTo(ConsumePhase.STOPPED);
        assertThatThrownBy(() -> session.positions().get(1, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(BrokerFailureException.class);
    }

    private static String failureOf(ConsumeSession session) {
        return Objects.requireNonNull(session.status().failure()).what();
    }

    private ConsumeSession start(ConsumeRequest request) {
        return new KafkaConsumers(connection.context()).start(request, sink);
    }

    private static List<PartitionPosition> positions(ConsumeSession session) throws Exception {
        return session.positions().get(5, TimeUnit.SECONDS);
    }

    private void awaitRecords(int count) {
        Await.until(count + " records are there", SOON, () -> sink.count() >= count);
        assertThat(sink.count()).isEqualTo(count);
    }

    private static void awaitPhase(ConsumeSession session, ConsumePhase phase) {
        Await.until("the consumer is " + phase, SOON, () -> session.status().phase() == phase);
    }

    private void deleteBefore(String topic, long offset) throws Exception {
        broker.admin()
                .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get(10, TimeUnit.SECONDS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
