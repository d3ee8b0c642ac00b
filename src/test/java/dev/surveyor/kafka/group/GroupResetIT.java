package dev.surveyor.kafka.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.cluster.KafkaGroupOffsets;
import dev.surveyor.kafka.testing.ShareMember;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupReset;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxBroker.class)
class GroupResetIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestBroker broker;

    GroupResetIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void the_members_of_this_app_are_stopped_and_the_partitions_they_had_can_be_set() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);
        String group = TestBroker.uniqueName("stopped");
        PartitionId p1 = new PartitionId(topic, 1);
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            ClusterReader reader = new KafkaClusterReader(broker.admin(), connection.context());
            KafkaGroupMembers members = new KafkaGroupMembers(connection.context(), reader);
            GroupReset reset =
                    new GroupReset(reader, new KafkaGroupOffsets(broker.admin(), connection.context()), members, group);
            GroupMember first = members.start(MemberSettings.of(group), List.of(topic));
            GroupMember second = members.start(MemberSettings.of(group), List.of(topic));
            Await.until(
                    "both have joined",
                    SOON,
                    () -> first.status().assignment().size() == 1
                            && second.status().assignment().size() == 1);
            GroupReset.Standing busy = reset.read().get(60, TimeUnit.SECONDS);
            assertThat(busy.obstacle()).isEqualTo("2 members active \u2014 2 belong to this app.");
            assertThat(busy.ownMembers()).isEqualTo(2);

            reset.stopOwn().get(30, TimeUnit.SECONDS);
            GroupReset.Standing free = reset.read().get(60, TimeUnit.SECONDS);
            assertThat(free.obstacle()).isEmpty();
            assertThat(free.positions()).hasSize(2);
            reset.set(List.of(PartitionOffset.of(p1, 4L)), Set.of()).get(60, TimeUnit.SECONDS);
            assertThat(reader.committedOffsets(group).get(60, TimeUnit.SECONDS)).containsEntry(p1, 4L);
        }
    }

    @Test
    void offsets_are_refused_while_a_member_lives_then_set_checked_and_taken_back() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);
        String group = TestBroker.uniqueName("reset");
        PartitionId p0 = new PartitionId(topic, 0);
        PartitionId p1 = new PartitionId(topic, 1);
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            ClusterReader reader = new KafkaClusterReader(broker.admin(), connection.context());
            KafkaGroupMembers members = new KafkaGroupMembers(connection.context(), reader);
            GroupReset reset =
                    new GroupReset(reader, new KafkaGroupOffsets(broker.admin(), connection.context()), members, group);
            GroupMember member = members.start(MemberSettings.of(group), List.of(topic));
            Await.until(
                    "it has joined", SOON, () -> member.status().assignment().size() == 2);
            assertThat(reset.read().get(60, TimeUnit.SECONDS).obstacle())
                    .isEqualTo("1 member active \u2014 1 belongs to this app.");
            assertThatThrownBy(() -> reset.set(List.of(PartitionOffset.of(p0, 3L)), Set.of())
                            .get(60, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(BrokerFailureException.class)
                    .hasMessageContaining("not changed");
            member.leave().get(60, TimeUnit.SECONDS);
            Await.until(
                    "it is empty", SOON, () -> reset.read().join().obstacle().isEmpty());

            reset.set(List.of(PartitionOffset.of(p0, 10L)), Set.of()).get(60, TimeUnit.SECONDS);
            reset.set(List.of(PartitionOffset.of(p0, 3L), PartitionOffset.of(p1, 0L)), Set.of())
                    .get(60, TimeUnit.SECONDS);
            assertThat(reader.committedOffsets(group).get(60, TimeUnit.SECONDS)).isEqualTo(Map.of(p0, 3L, p1, 0L));
            assertThat(reset.read().get(60, TimeUnit.SECONDS).positions()).hasSize(2);
            reset.set(List.of(PartitionOffset.of(p0, 10L)), Set.of(p1)).get(60, TimeUnit.SECONDS);
            assertThat(reader.committedOffsets(group).get(60, TimeUnit.SECONDS)).isEqualTo(Map.of(p0, 10L));
        }
    }

    @Test
    void what_was_committed_with_an_offset_comes_back_and_a_place_beyond_the_end_is_known() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);
        String group = TestBroker.uniqueName("undone");
        PartitionId p0 = new PartitionId(topic, 0);
        PartitionId p1 = new PartitionId(topic, 1);
        TopicPartition t0 = new TopicPartition(topic, 0);
        TopicPartition t1 = new TopicPartition(topic, 1);
        Map<TopicPartition, OffsetAndMetadata> before =
                Map.of(t0, new OffsetAndMetadata(7, Optional.of(0), "lease 7"), t1, new OffsetAndMetadata(25, "far"));
        broker.admin().alterConsumerGroupOffsets(group, before).all().get(60, TimeUnit.SECONDS);
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            ClusterReader reader = new KafkaClusterReader(broker.admin(), connection.context());
            KafkaGroupMembers members = new KafkaGroupMembers(connection.context(), reader);
            GroupReset reset =
                    new GroupReset(reader, new KafkaGroupOffsets(broker.admin(), connection.context()), members, group);
            assertThat(reset.read().get(60, TimeUnit.SECONDS).positions())
                    .extracting(position -> position.beyondEnd())
                    .containsExactly(0L, 15L);
            KnownOffsets ends = reader.endOffsets(List.of(p0, p1)).get(60, TimeUnit.SECONDS);
            GroupLag lag = reader.group(group).get(60, TimeUnit.SECONDS).lag(ends);
            assertThat(lag.records()).isEqualTo(3);
            assertThat(lag.beyond()).containsExactly(p1);

            Map<PartitionId, PartitionOffset> replaced = reset.set(
                            List.of(PartitionOffset.of(p0, 0L), PartitionOffset.of(p1, 10L)), Set.of())
                    .get(60, TimeUnit.SECONDS);
            reset.set(replaced.values(), Set.of()).get(60, TimeUnit.SECONDS);

            assertThat(broker.admin()
                            .listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get(60, TimeUnit.SECONDS))
                    .isEqualTo(before);
        }
    }

    @Test
    void a_share_group_stands_where_the_brokers_say_and_an_undo_delivers_again_what_was_done() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 10);
        String group = TestBroker.uniqueName("share");
        PartitionId p0 = new PartitionId(topic, 0);
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            ClusterReader reader = new KafkaClusterReader(broker.admin(), connection.context());
            KafkaGroupMembers members = new KafkaGroupMembers(connection.context(), reader);
            GroupReset reset =
                    new GroupReset(reader, new KafkaGroupOffsets(broker.admin(), connection.context()), members, group);
            try (ShareMember member = ShareMember.join(broker, group, topic)) {
                member.acceptAllBut(0, 10);
            }
            Await.until(
                    "it is empty", SOON, () -> reset.read().join().obstacle().isEmpty());
            GroupReset.Standing standing = reset.read().join();
            assertThat(standing.positions().get(0).committed()).as("its start").hasValue(0);
            assertThat(standing.positions().get(0).lag())
                    .as("as the brokers count")
                    .hasValue(1);
            assertThat(standing.lost()).contains("also after an undo");

            reset.set(List.of(PartitionOffset.of(p0, 5L)), Set.of()).get(60, TimeUnit.SECONDS);
            reset.set(List.of(PartitionOffset.of(p0, 0L)), Set.of()).get(60, TimeUnit.SECONDS);
            try (ShareMember member = ShareMember.join(broker, group, topic)) {
                assertThat(member.take(10)).hasSize(10);
            }
        }
    }
}
