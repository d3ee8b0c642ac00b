package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.app.KafkaParts;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.connection.KafkaConnector;
import dev.surveyor.kafka.group.KafkaGroupMembers;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SharedCluster;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.testing.TestCluster;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three brokers, three partitions with one replica each, and the third broker is gone. */
@ExtendWith(SharedCluster.class)
class MissingLeaderIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long OLD = 1_000_000;
    private static final long LATE = 5_000_000;

    private final TestCluster cluster;

    @AutoClose
    private final TestConnection connection;

    private String topic = "";

    MissingLeaderIT(TestCluster cluster) {
        this.cluster = cluster;
        connection = TestConnection.to(cluster.bootstrapServers());
    }

    @BeforeEach
    void fill() {
        topic = cluster.newTopicOn(1, 2, 3);
        for (int partition = 0; partition < 3; partition++) {
            for (int i = 0; i < 4; i++) {
                send(partition, i < 2 ? OLD : LATE, "p" + partition + "-" + i);
            }
        }
    }

    @Test
    void whatever_the_start_the_others_are_read_at_once_and_the_third_when_its_broker_is_back() {
        stopThird();
        Reader beginning = start(new StartPosition.Beginning());
        Reader last = start(new StartPosition.LastRecords(1));
        Reader fromOffset = start(new StartPosition.AtOffset(3));
        Reader fromTime = start(new StartPosition.AtTime(Instant.ofEpochMilli(LATE)));
        Reader onlyNew = start(new StartPosition.NewRecords());
        Reader goingOn = start(new StartPosition.AtOffsets(Map.of(id(0), 3L, id(1), 4L, id(2), 2L)));

        beginning.awaitOffsets(0, 0, 4);
        beginning.awaitOffsets(1, 0, 4);
        last.awaitOffsets(0, 3, 4);
        fromOffset.awaitOffsets(1, 3, 4);
        fromTime.awaitOffsets(0, 2, 4);
        goingOn.awaitOffsets(0, 3, 4);
        for (Reader each : List.of(beginning, last, fromOffset, fromTime, onlyNew, goingOn)) {
            each.awaitTrouble(id(2) + " has no leader: its only replica is on broker 3");
            assertThat(each.session.status().phase()).isEqualTo(ConsumePhase.RUNNING);
            assertThat(each.session.status().assignment()).containsExactly(id(0), id(1));
        }
        send(1, System.currentTimeMillis(), "fresh");
        onlyNew.awaitOffsets(1, 4, 5);

        cluster.restart(3);
        cluster.awaitLeader(topic, 2, 3);
        send(2, System.currentTimeMillis(), "fresh");

        beginning.awaitOffsets(2, 0, 5);
        fromOffset.awaitOffsets(2, 3, 5);
        fromTime.awaitOffsets(2, 2, 5);
        onlyNew.awaitOffsets(2, 4, 5);
        goingOn.awaitOffsets(2, 2, 5);
        Await.until("the last record", SOON, () -> last.offsets(2).contains(4L));
        for (Reader each : List.of(beginning, last, fromOffset, fromTime, onlyNew, goingOn)) {
            Await.until(
                    "nothing is wrong",
                    SOON,
                    () -> each.session.status().troubles().isEmpty());
        }
    }

    @Test
    void a_member_of_a_group_reads_the_others_and_begins_the_third_where_it_was_to() {
        stopThird();
        Reader classic = join(Assignor.DEFAULT, new StartPosition.Committed());
        Reader consumer = join(Assignor.CONSUMER_UNIFORM, new StartPosition.LastRecords(2));

        classic.awaitOffsets(0, 0, 4);
        consumer.awaitOffsets(1, 2, 4);
        classic.awaitTrouble(id(2) + " has no leader: its only replica is on broker 3");
        consumer.awaitTrouble(id(2) + " has no leader: its only replica is on broker 3");

        cluster.restart(3);

        classic.awaitOffsets(2, 0, 4);
        consumer.awaitOffsets(2, 2, 4);
        Await.until(
                "nothing is wrong",
                SOON,
                () -> classic.session.status().troubles().isEmpty());
    }

    @Test
    void a_member_that_is_only_watched_processes_the_others_and_the_third_later() {
        stopThird();
        KafkaGroupMembers members = new KafkaGroupMembers(
                connection.context(), new KafkaClusterReader(cluster.admin(), connection.context()));
        GroupMember member = members.start(settings(Assignor.DEFAULT), List.of(topic));

        Await.until("eight are processed", SOON, () -> member.status().processed() >= 8);
        assertThat(member.status().assignment()).containsExactly(id(0), id(1), id(2));
        cluster.restart(3);
        Await.until("twelve are processed", SOON, () -> member.status().processed() >= 12);
    }

    @Test
    void a_broker_that_hangs_keeps_only_its_own_partition_back() throws Exception {
        KafkaConnector connector = new KafkaConnector(connection.threads(), Clock.systemUTC(), new KafkaParts());
        try (ClusterSession session = connector
                .connect(TestConnection.profile(cluster.bootstrapServers(), Map.of()), Map.of())
                .get(30, TimeUnit.SECONDS)) {
            CollectingSink sink = new CollectingSink();
            Reader reader = new Reader(
                    session.consumers().start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()), sink),
                    sink);
            reader.awaitOffsets(2, 0, 4);

            cluster.freeze(3);

            Await.until("the third is named", SOON, () -> reader.session.status().troubles().stream()
                    .map(PartitionTrouble::partition)
                    .toList()
                    .equals(List.of(id(2))));
            send(0, System.currentTimeMillis(), "meanwhile");
            reader.awaitOffsets(0, 0, 5);
            cluster.thaw(3);
            Await.until(
                    "nothing is wrong",
                    SOON,
                    () -> reader.session.status().troubles().isEmpty());
            send(2, System.currentTimeMillis(), "after");
            reader.awaitOffsets(2, 0, 5);
            reader.session.stop().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_leader_that_is_lost_while_reading_is_told_of_and_so_is_its_return() {
        Reader reader = start(new StartPosition.Beginning());
        reader.awaitOffsets(2, 0, 4);

        stopThird();

        reader.awaitTrouble(id(2) + " has no leader: its only replica is on broker 3");
        send(0, System.currentTimeMillis(), "meanwhile");
        reader.awaitOffsets(0, 0, 5);
        cluster.restart(3);
        Await.until(
                "nothing is wrong",
                SOON,
                () -> reader.session.status().troubles().isEmpty());
        send(2, System.currentTimeMillis(), "after");
        reader.awaitOffsets(2, 0, 5);
    }

    @Test
    void positions_name_the_partition_without_a_leader_and_a_seek_moves_the_others() throws Exception {
        stopThird();
        Reader reader = start(new StartPosition.Beginning());
        reader.awaitOffsets(0, 0, 4);

        List<PartitionPosition> positions = reader.session.positions().get(60, TimeUnit.SECONDS);

        assertThat(positions).extracting(PartitionPosition::partition).containsExactly(id(0), id(1), id(2));
        assertThat(positions).extracting(PartitionPosition::told).containsExactly(true, true, false);
        assertThat(positions.get(2).end()).isEmpty();
        List<PartitionPosition> after =
                reader.session.seek(Map.of(id(0), 1L, id(1), 2L)).get(60, TimeUnit.SECONDS);
        assertThat(after.get(0).position().orElseThrow()).isBetween(1L, 4L);
        assertThatThrownBy(
                        () -> reader.session.seek(Map.of(id(0), 1L, id(2), 1L)).get(60, TimeUnit.SECONDS))
                .hasStackTraceContaining(id(2).toString());
    }

    private void stopThird() {
        cluster.stop(3);
        cluster.awaitNoLeader(topic, 2);
    }

    private void send(int partition, long time, String value) {
        cluster.send(new ProducerRecord<>(topic, partition, time, null, value.getBytes(StandardCharsets.UTF_8)));
    }

    private PartitionId id(int partition) {
        return new PartitionId(topic, partition);
    }

    private Reader start(StartPosition start) {
        CollectingSink sink = new CollectingSink();
        return new Reader(
                new KafkaConsumers(connection.context()).start(ConsumeRequest.standalone(topic, start), sink), sink);
    }

    private Reader join(Assignor assignor, StartPosition start) {
        MemberSettings settings = settings(assignor);
        CollectingSink sink = new CollectingSink();
        ConsumeRequest request = new ConsumeRequest(
                Subscription.to(topic),
                Set.of(),
                start,
                new ConsumerMode.GroupMember(settings),
                IsolationLevel.READ_UNCOMMITTED);
        return new Reader(new KafkaConsumers(connection.context()).start(request, sink), sink);
    }

    private static MemberSettings settings(Assignor assignor) {
        return new MemberSettings(
                TestBroker.uniqueName("group"),
                null,
                null,
                assignor,
                CommitPolicy.EACH_BATCH,
                true,
                Duration.ZERO,
                "earliest");
    }

    private record Reader(ConsumeSession session, CollectingSink sink) {

        /** Waits for exactly these offsets of the partition, in order. */
        void awaitOffsets(int partition, long from, long to) {
            List<Long> wanted = LongStream.range(from, to).boxed().toList();
            Await.until(
                    "offsets " + wanted + " of partition " + partition,
                    SOON,
                    () -> offsets(partition).size() >= wanted.size());
            assertThat(offsets(partition)).isEqualTo(wanted);
        }

        private List<Long> offsets(int partition) {
            return sink.records().stream()
                    .filter(record -> record.partition().partition() == partition)
                    .map(record -> record.offset())
                    .toList();
        }

        void awaitTrouble(String sentence) {
            Await.until(sentence, SOON, () -> session.status().troubles().stream()
                    .map(PartitionTrouble::sentence)
                    .toList()
                    .equals(List.of(sentence)));
        }
    }
}
