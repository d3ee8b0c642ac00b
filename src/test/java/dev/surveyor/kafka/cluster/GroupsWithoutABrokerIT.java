package dev.surveyor.kafka.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.group.KafkaGroupMembers;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SharedCluster;
import dev.surveyor.testing.TestCluster;
import dev.surveyor.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups in a cluster of three brokers of which one is gone. */
@ExtendWith(SharedCluster.class)
class GroupsWithoutABrokerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestCluster cluster;
    private TestConnection connection;
    private Admin admin;
    private KafkaClusterReader reader;
    private String group;

    GroupsWithoutABrokerIT(TestCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(cluster.bootstrapServers());
        admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        reader = new KafkaClusterReader(admin, connection.context());
        group = TestKafka.uniqueName("survivor");
    }

    @AfterEach
    void disconnect() {
        connection.close();
        admin.close(Duration.ZERO);
    }

    @Test
    void the_lag_counts_what_has_a_leader_and_names_the_partition_that_has_none() throws Exception {
        String topic = cluster.newTopicOn(1, 2, 3);
        cluster.sendMany(topic, 3, 30);
        admin.alterConsumerGroupOffsets(
                        group,
                        Map.of(
                                new TopicPartition(topic, 0), new OffsetAndMetadata(4),
                                new TopicPartition(topic, 1), new OffsetAndMetadata(10),
                                new TopicPartition(topic, 2), new OffsetAndMetadata(1)))
                .all()
                .get(60, TimeUnit.SECONDS);
        assertThat(listed().lag()).isEqualTo(new GroupLag(15, 3, List.of()));

        cluster.kill(3);
        cluster.awaitNoLeader(topic, 2);

        // A list of groups lacks those of a coordinator that is gone, until another one has taken them over.
        Await.until("the others answer", SOON, () -> found().stream()
                .anyMatch(each -> each.lag().counted() == 2));
        GroupLag lag = listed().lag();
        assertThat(lag.records()).isEqualTo(6);
        assertThat(lag.uncounted())
                .extracting(PartitionTrouble::sentence)
                .containsExactly(topic + "[2] has no leader: its only replica is on broker 3");
        GroupDetail detail = get(reader.group(group));
        assertThat(detail.state()).isEqualTo("Empty");
        assertThat(detail.committed()).containsEntry(new PartitionId(topic, 2), 1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"COOPERATIVE_STICKY", "CONSUMER_UNIFORM"})
    void members_and_their_group_go_on_with_another_coordinator(Assignor assignor) throws Exception {
        String topic =
                cluster.newTopic(Map.of(0, List.of(1, 2, 3), 1, List.of(2, 3, 1), 2, List.of(3, 1, 2)), Map.of());
        KafkaGroupMembers members = new KafkaGroupMembers(connection.context(), reader);
        MemberSettings settings = new MemberSettings(
                group, null, null, assignor, CommitPolicy.EACH_BATCH, true, Duration.ZERO, "earliest");
        GroupMember member = members.start(settings, List.of(topic));
        Await.until("it owns all", SOON, () -> member.status().assignment().size() == 3);
        int coordinator = Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group))
                .get(60, TimeUnit.SECONDS)
                .coordinator()
                .id();

        cluster.kill(coordinator);

        Await.until("another one keeps the group, with its member", SOON, () -> {
            // One that was asked as the coordinator died may get no answer: ask again while there is time.
            GroupDetail detail = reader.group(group)
                    .orTimeout(10, TimeUnit.SECONDS)
                    .exceptionally(notYet -> null)
                    .join();
            return detail != null
                    && detail.state().equals("Stable")
                    && detail.members().size() == 1;
        });
        Await.until(
                "it owns all again", SOON, () -> member.status().assignment().size() == 3);
        cluster.sendMany(topic, 3, 30);
        Await.until("it goes on", SOON, () -> member.status().processed() == 30);
        assertThat(member.status().phase()).isEqualTo(Phase.RUNNING);
        Await.until(
                "and commits",
                SOON,
                () -> get(reader.committedOffsets(group)).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        == 30);
    }

    private GroupSummary listed() {
        return found().orElseThrow();
    }

    private Optional<GroupSummary> found() {
        return get(reader.groups()).stream()
                .filter(each -> each.id().equals(group))
                .findFirst();
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
