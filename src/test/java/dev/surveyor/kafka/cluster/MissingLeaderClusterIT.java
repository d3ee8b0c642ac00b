package dev.surveyor.kafka.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.SeekNote;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.group.KafkaGroupMembers;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.GroupReset;
import dev.surveyor.service.seek.SeekPlanner;
import dev.surveyor.testing.SharedCluster;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.testing.TestCluster;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of a topic, and of a group that reads it, while one of three partitions has no leader. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingLeaderClusterIT {

    private static final String WHY = " has no leader: its only replica is on broker 3";

    private final TestCluster cluster;
    private final String group = TestBroker.uniqueName("group");
    private final TestConnection connection;
    private final ClusterReader reader;
    private String topic = "";

    MissingLeaderClusterIT(TestCluster cluster) {
        this.cluster = cluster;
        this.connection = TestConnection.to(cluster.bootstrapServers());
        this.reader = new KafkaClusterReader(cluster.admin(), connection.context());
    }

    @BeforeAll
    void stopThird() throws Exception {
        topic = cluster.newTopicOn(1, 2, 3);
        cluster.sendMany(topic, 3, 30);
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        for (int partition = 0; partition < 3; partition++) {
            commits.put(new TopicPartition(topic, partition), new OffsetAndMetadata(4));
        }
        cluster.admin().alterConsumerGroupOffsets(group, commits).all().get(30, TimeUnit.SECONDS);
        cluster.stop(3);
        cluster.awaitNoLeader(topic, 2);
    }

    @AfterAll
    void disconnect() {
        connection.close();
    }

    @Test
    void the_topic_page_has_the_offsets_of_two_and_says_what_is_wrong_with_the_third() throws Exception {
        List<PartitionDetail> partitions = get(reader.topic(topic)).partitions();

        assertThat(partitions.get(0).endOffset()).hasValue(10);
        assertThat(partitions.get(1).lastStableOffset()).hasValue(10);
        assertThat(partitions.get(1).trouble()).isNull();
        assertThat(partitions.get(2).beginOffset()).isEmpty();
        assertThat(partitions.get(2).trouble())
                .isEqualTo(new PartitionTrouble(id(2), PartitionTrouble.Kind.NO_LEADER, WHY.strip()));
    }

    @Test
    void each_question_is_answered_by_two_and_tells_why_the_third_does_not() throws Exception {
        List<PartitionId> all = List.of(id(0), id(1), id(2));
        for (KnownOffsets answer : List.of(
                get(reader.beginOffsets(all)),
                get(reader.endOffsets(all)),
                get(reader.offsetsAt(all, Instant.EPOCH, IsolationLevel.READ_UNCOMMITTED, answered -> {})))) {
            assertThat(answer.offsets()).containsOnlyKeys(id(0), id(1));
            assertThat(answer.missing()).containsOnlyKeys(id(2));
        }
    }

    @Test
    void the_lag_of_a_group_counts_two_and_says_that_one_is_not_counted() throws Exception {
        var lag = get(reader.groups()).stream()
                .filter(each -> each.id().equals(group))
                .findFirst()
                .orElseThrow()
                .lag();

        assertThat(lag.known()).hasValue(12);
        assertThat(lag.uncounted()).singleElement().satisfies(trouble -> {
            assertThat(trouble.partition().partition()).isEqualTo(2);
            assertThat(trouble.reason()).contains("has no leader");
        });
    }

    @Test
    void a_reset_of_the_group_lists_all_three_and_leaves_the_third_where_it_is() throws Exception {
        GroupReset reset = new GroupReset(
                reader,
                new KafkaGroupOffsets(cluster.admin(), connection.context()),
                new KafkaGroupMembers(connection.context(), reader),
                group);
        List<PartitionPosition> positions = get(reset.read()).positions();
        SeekTarget target = new SeekTarget.Beginning();
        KnownOffsets wanted =
                get(new SeekPlanner(reader).wanted(target, positions, IsolationLevel.READ_UNCOMMITTED, answered -> {}));

        SeekPlan plan = SeekPlanner.plan(Instant.now(), positions, target, wanted, Map.of(), Set.of());

        assertThat(plan.rows())
                .extracting(SeekRow::note)
                .containsExactly(SeekNote.NONE, SeekNote.NONE, SeekNote.NO_LEADER);
        assertThat(plan.targets()).containsOnlyKeys(id(0), id(1));
        assertThat(plan.rows().get(2).position().committed()).hasValue(4);
    }

    @Test
    void times_of_records_are_read_where_there_is_a_leader() throws Exception {
        assertThat(get(reader.firstRecords(Map.of(id(0), 0L, id(1), 3L, id(2), 0L), IsolationLevel.READ_UNCOMMITTED))
                        .records())
                .containsOnlyKeys(id(0), id(1));
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private PartitionId id(int partition) {
        return new PartitionId(topic, partition);
    }
}
