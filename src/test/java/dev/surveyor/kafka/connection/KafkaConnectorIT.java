package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.connection.ConnectionHealth.Connected;
import dev.surveyor.domain.connection.ConnectionHealth.Disconnected;
import dev.surveyor.domain.connection.ConnectionHealth.Reconnecting;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.FirstRecord;
import dev.surveyor.domain.consume.FirstRecords;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.FreePorts;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxBroker.class)
class KafkaConnectorIT {

    private final TestBroker broker;

    @AutoClose
    private final ConnectorRig rig;

    KafkaConnectorIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConnectorRig(broker.bootstrapServers());
    }

    @Test
    void a_session_knows_the_cluster_and_its_release() throws Exception {
        try (ClusterSession session = connect(broker.bootstrapServers(), Map.of())) {
            assertThat(session.health()).isInstanceOfSatisfying(Connected.class, connected -> {
                assertThat(connected.clusterId()).isNotBlank();
                assertThat(connected.version()).isEqualTo("4.4");
                assertThat(connected.roundTrip()).isLessThan(Duration.ofSeconds(2));
            });
        }
    }

    @Test
    void properties_of_other_clients_and_unknown_ones_do_no_harm() throws Exception {
        Map<String, String> properties =
                Map.of("acks", "all", "group.id", "nobody", "isolation.level", "read_committed", "linger.ms", "3");
        try (ClusterSession session = connect(broker.bootstrapServers(), properties)) {
            assertThat(session.health()).isInstanceOf(Connected.class);
        }
    }

    @Test
    void a_refused_port_fails_in_a_moment_and_says_so() throws Exception {
        int port = FreePorts.next();
        long start = System.nanoTime();

        BrokerFailure failure = failureOf("127.0.0.1:" + port, Map.of());

        assertThat(failure.what()).isEqualTo("test: the connection was refused.");
        assertThat(failure.why()).contains("127.0.0.1:" + port);
        assertThat(millisSince(start)).isLessThan(1_500);
    }

    @Test
    void an_unknown_name_is_told_apart() {
        assertThat(failureOf("no-such-host.invalid:9092", Map.of()).what())
                .contains("no-such-host.invalid was not found");
    }

    @Test
    void a_port_that_takes_connections_and_is_silent_is_given_up_within_five_seconds() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            BrokerFailure failure = failureOf("127.0.0.1:" + mute.getLocalPort(), Map.of());

            assertThat(failure.what()).contains("no broker answered in time");
            assertThat(millisSince(start)).isLessThan(5_500);
        }
    }

    @Test
    void a_login_where_none_is_expected_is_refused_in_words_without_the_password() {
        BrokerFailure failure = failureOf(
                broker.bootstrapServers(),
                Map.of(
                        "security.protocol", "SASL_PLAINTEXT",
                        "sasl.mechanism", "PLAIN",
                        "sasl.jaas.config",
                                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\""
                                        + " password=\"hunter2\";"));

        assertThat(failure.what()).contains("does not expect a login");
        assertThat(failure.report()).doesNotContain("hunter2");
    }

    @Test
    void the_overview_has_brokers_topics_and_groups() throws Exception {
        String topic = broker.newTopic(3);
        try (ClusterSession session = connect(broker.bootstrapServers(), Map.of())) {
            ClusterOverview overview = session.cluster().overview().get(60, TimeUnit.SECONDS);

            assertThat(overview.brokers()).singleElement().matches(one -> one.controller());
            assertThat(overview.topics())
                    .anyMatch(one -> one.name().equals(topic) && one.partitions() == 3 && one.replicationFactor() == 1);
            assertThat(overview.problems()).isEmpty();
        }
    }

    @Test
    void a_topic_has_offsets_and_settings() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 10);
        try (ClusterSession session = connect(broker.bootstrapServers(), Map.of())) {
            TopicDetail detail = session.cluster().topic(topic).get(60, TimeUnit.SECONDS);

            assertThat(detail.partitions()).hasSize(2).allSatisfy(partition -> {
                assertThat(partition.beginOffset()).hasValue(0);
                assertThat(partition.endOffset()).hasValue(5);
                assertThat(partition.lastStableOffset()).hasValue(5);
                assertThat(partition.leader()).isPresent();
                assertThat(partition.inSyncReplicas()).isEqualTo(partition.replicas());
            });
            assertThat(detail.config()).anyMatch(entry -> entry.name().equals("cleanup.policy") && entry.isDefault());
        }
    }

    @Test
    void an_unknown_topic_and_an_unknown_group_fail_in_words() throws Exception {
        try (ClusterSession session = connect(broker.bootstrapServers(), Map.of())) {
            assertThat(ConnectorRig.failureOf(
                                    () -> session.cluster().topic("nowhere").get(60, TimeUnit.SECONDS))
                            .what())
                    .isEqualTo("test: the topic or partition does not exist while reading topic nowhere.");
            assertThat(ConnectorRig.failureOf(
                                    () -> session.cluster().group("nobody").get(60, TimeUnit.SECONDS))
                            .what())
                    .contains("group does not exist");
        }
    }

    @Test
    void offsets_are_found_by_time_and_times_by_offset() throws Exception {
        String topic = broker.newTopic(1);
        for (int i = 0; i < 3; i++) {
            broker.send(new ProducerRecord<>(topic, 0, 1_000_000L + i * 1_000L, null, new byte[1]));
        }
        PartitionId partition = new PartitionId(topic, 0);
        try (ClusterSession session = connect(broker.bootstrapServers(), Map.of())) {
            ClusterReader reader = session.cluster();

            assertThat(offsetsAt(reader, partition, Instant.ofEpochMilli(1_000_500)))
                    .containsEntry(partition, 1L);
            assertThat(offsetsAt(reader, partition, Instant.now())).isEmpty();
            assertThat(offsetsAt(reader, partition, Instant.ofEpochMilli(-1))).containsEntry(partition, 0L);
            assertThat(firstRecords(reader, partition, 2).records())
                    .containsEntry(partition, new FirstRecord(2, Instant.ofEpochMilli(1_002_000)));
            assertThat(firstRecords(reader, partition, 3).none()).containsExactly(partition);

            deleteBefore(partition, 2);
            assertThat(firstRecords(reader, partition, 0).records())
                    .containsEntry(partition, new FirstRecord(2, Instant.ofEpochMilli(1_002_000)));
            deleteBefore(partition, 3);
            assertThat(firstRecords(reader, partition, 0).none()).containsExactly(partition);
        }
    }

    private void deleteBefore(PartitionId partition, long offset) throws Exception {
        TopicPartition deleted = new TopicPartition(partition.topic(), partition.partition());
        broker.admin()
                .deleteRecords(Map.of(deleted, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void five_thousand_topics_are_listed_in_a_moment() throws Exception {
        try (TestBroker many = TestBroker.start()) {
            for (int from = 0; from < 5_000; from += 500) {
                List<NewTopic> some = java.util.stream.IntStream.range(from, from + 500)
                        .mapToObj(i -> new NewTopic("many-" + i, 1, (short) 1))
                        .toList();
                many.admin().createTopics(some).all().get(120, TimeUnit.SECONDS);
            }
            Await.until(
                    "the broker knows them",
                    Duration.ofMinutes(4),
                    () -> many.admin()
                                    .listTopics()
                                    .names()
                                    .get(30, TimeUnit.SECONDS)
                                    .size()
                            == 5_000);
            try (ClusterSession session = connect(many.bootstrapServers(), Map.of())) {
                long start = System.nanoTime();
                ClusterOverview overview = session.cluster().overview().get(60, TimeUnit.SECONDS);

                assertThat(overview.topics()).hasSize(5_000);
                assertThat(millisSince(start)).isLessThan(10_000);
            }
        }
    }

    @Test
    void a_killed_broker_is_noticed_and_everything_recovers_alone() throws Exception {
        try (TestBroker own = TestBroker.start();
                ClusterSession session = connect(own.bootstrapServers(), Map.of())) {
            String topic = own.newTopic(1);
            own.sendMany(topic, 1, 5);
            CollectingSink sink = new CollectingSink();
            ConsumeSession consumer =
                    session.consumers().start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()), sink);
            Await.until("five records", Duration.ofSeconds(60), () -> sink.count() == 5);

            own.kill();
            long killed = System.nanoTime();
            Await.until("the session knows", Duration.ofSeconds(60), () -> session.health() instanceof Reconnecting);
            assertThat(millisSince(killed)).isLessThan(3_500);
            Await.until(
                    "the consumer says so",
                    Duration.ofSeconds(60),
                    () -> consumer.status().phase() == ConsumePhase.RECONNECTING);
            assertThat(consumer.status().received()).isEqualTo(5);
            Await.until(
                    "tries are counted",
                    Duration.ofSeconds(60),
                    () -> session.health() instanceof Reconnecting again && again.attempt() >= 3);

            own.restart();
            Await.until("connected again", Duration.ofSeconds(60), () -> session.health() instanceof Connected);
            own.send(topic, 0, null, "after".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Await.until("the record after", Duration.ofSeconds(60), () -> sink.count() == 6);
            Await.until(
                    "running again",
                    Duration.ofSeconds(60),
                    () -> consumer.status().phase() == ConsumePhase.RUNNING);
        }
    }

    @Test
    void the_client_that_asks_for_offsets_is_made_before_anybody_asks() throws Exception {
        ConnectionProfile profile = new ConnectionProfile(
                "id",
                "test",
                Environment.DEVELOPMENT,
                List.of(broker.bootstrapServers()),
                "ready",
                SecuritySettings.NONE,
                Map.of(),
                Set.of());
        try (ClusterSession session = rig.begin(profile, Map.of()).get(60, TimeUnit.SECONDS)) {
            assertThat(session.health()).isInstanceOf(Connected.class);
            Await.until("it is made", Duration.ofSeconds(60), () -> Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().contains("ready-offsets-1")));
        }
    }

    @Test
    void closing_a_session_stops_its_consumers_and_does_not_block() throws Exception {
        String topic = broker.newTopic(1);
        ClusterSession session = connect(broker.bootstrapServers(), Map.of());
        ConsumeSession consumer = session.consumers()
                .start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()), new CollectingSink());
        Await.until("running", Duration.ofSeconds(60), () -> consumer.status().phase() == ConsumePhase.RUNNING);
        long start = System.nanoTime();

        session.close();

        assertThat(millisSince(start)).isLessThan(200);
        assertThat(session.health()).isInstanceOf(Disconnected.class);
        Await.until("stopped", Duration.ofSeconds(60), () -> consumer.status().phase() == ConsumePhase.STOPPED);
    }

    private ClusterSession connect(String servers, Map<String, String> properties) throws Exception {
        return rig.begin(servers, properties, Map.of()).get(60, TimeUnit.SECONDS);
    }

    private BrokerFailure failureOf(String servers, Map<String, String> properties) {
        return ConnectorRig.failureOf(() -> connect(servers, properties));
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static FirstRecords firstRecords(ClusterReader reader, PartitionId partition, long offset)
            throws Exception {
        return reader.firstRecords(Map.of(partition, offset), IsolationLevel.READ_UNCOMMITTED)
                .get(60, TimeUnit.SECONDS);
    }

    private static Map<PartitionId, Long> offsetsAt(ClusterReader reader, PartitionId partition, Instant time)
            throws Exception {
        return reader.offsetsAt(List.of(partition), time, IsolationLevel.READ_UNCOMMITTED, answered -> {})
                .get(60, TimeUnit.SECONDS)
                .offsets();
    }
}
