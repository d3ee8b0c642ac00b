package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SharedCluster;
import dev.surveyor.testing.TestCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several topics, of which one has no leader at all while its broker is gone. */
@ExtendWith(SharedCluster.class)
class MissingLeaderTopicsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestCluster cluster;
    private final CollectingSink sink = new CollectingSink();

    @AutoClose
    private final TestConnection connection;

    private String spread = "";
    private String third = "";

    MissingLeaderTopicsIT(TestCluster cluster) {
        this.cluster = cluster;
        connection = TestConnection.to(cluster.bootstrapServers());
    }

    @BeforeEach
    void fill() {
        spread = cluster.newTopicOn(1, 2, 3);
        third = cluster.newTopicOn(3);
        for (int i = 0; i < 12; i++) {
            send(spread, i % 3, 1_000 + i);
            send(third, 0, 1_000 + i);
        }
        cluster.stop(3);
        cluster.awaitNoLeader(spread, 2);
        cluster.awaitNoLeader(third, 0);
    }

    @Test
    void those_with_leaders_are_read_and_each_of_the_others_is_named() {
        ConsumeSession session = start(new Subscription.Topics(List.of(spread, third)), new StartPosition.Beginning());
        assertReadWithout(session, 8);
        cluster.restart(3);
        Await.until("all are there", SOON, () -> sink.count() == 24);
        Await.until("nothing is wrong", SOON, () -> session.status().troubles().isEmpty());
    }

    @Test
    void a_pattern_reads_what_can_be_read_of_what_it_names() {
        ConsumeSession session =
                start(new Subscription.Matching(spread + "|" + third), new StartPosition.LastRecords(2));
        assertReadWithout(session, 4);
        cluster.restart(3);
        Await.until("the last of all are there", SOON, () -> sink.count() == 8);
    }

    @Test
    void a_topic_without_any_leader_is_no_empty_topic() {
        ConsumeSession session = start(Subscription.to(third), new StartPosition.Beginning());
        Await.until("it is named", SOON, () -> troubled(session).equals(Set.of(new PartitionId(third, 0))));
        assertThat(session.status().phase()).isEqualTo(ConsumePhase.RUNNING);
        assertThat(sink.count()).isZero();
        cluster.restart(3);
        Await.until("all are there", SOON, () -> sink.count() == 12);
    }

    private void assertReadWithout(ConsumeSession session, int records) {
        Await.until("what has leaders is there", SOON, () -> sink.count() == records);
        Set<PartitionId> without = Set.of(new PartitionId(spread, 2), new PartitionId(third, 0));
        Await.until("both are named", SOON, () -> troubled(session).equals(without));
        assertThat(session.status().phase()).isEqualTo(ConsumePhase.RUNNING);
    }

    private static Set<PartitionId> troubled(ConsumeSession session) {
        return session.status().troubles().stream()
                .map(PartitionTrouble::partition)
                .collect(Collectors.toSet());
    }

    private ConsumeSession start(Subscription subscription, StartPosition from) {
        ConsumeRequest request = new ConsumeRequest(
                subscription, Set.of(), from, new ConsumerMode.Standalone(), IsolationLevel.READ_UNCOMMITTED);
        return new KafkaConsumers(connection.context()).start(request, sink);
    }

    private void send(String topic, int partition, long time) {
        cluster.send(
                new ProducerRecord<>(topic, partition, time, null, ("at " + time).getBytes(StandardCharsets.UTF_8)));
    }
}
