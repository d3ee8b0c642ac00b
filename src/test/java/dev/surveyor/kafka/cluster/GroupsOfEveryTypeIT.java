package dev.surveyor.kafka.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.testing.ClassicMember;
import dev.surveyor.kafka.testing.ShareMember;
import dev.surveyor.kafka.testing.StreamsMember;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups whose members are other programs, each type asked about and changed by its own calls. */
@ExtendWith(SandboxBroker.class)
class GroupsOfEveryTypeIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestBroker broker;
    private TestConnection connection;
    private KafkaClusterReader reader;
    private KafkaGroupOffsets offsets;
    private String topic;

    GroupsOfEveryTypeIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(broker.bootstrapServers());
        reader = new KafkaClusterReader(broker.admin(), connection.context());
        offsets = new KafkaGroupOffsets(broker.admin(), connection.context());
        topic = broker.newTopic(2);
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void the_lag_of_a_share_group_is_the_brokers_own_though_its_start_offset_stands_at_the_first_open_record() {
        broker.sendMany(topic, 1, 10);
        PartitionId p0 = new PartitionId(topic, 0);
        String group = TestBroker.uniqueName("share");
        try (ShareMember member = ShareMember.join(broker, group, topic)) {
            member.acceptAllBut(0, 10);
            Await.until("the brokers count one", SOON, () -> get(reader.group(group))
                    .shareLags()
                    .equals(Map.of(p0, 1L)));

            GroupDetail detail = get(reader.group(group));
            assertThat(detail.type()).isEqualTo(GroupType.SHARE);
            assertThat(detail.state()).isEqualTo("Stable");
            assertThat(detail.committed()).as("start offset").isEqualTo(Map.of(p0, 0L));
            assertThat(detail.lag(get(reader.endOffsets(List.of(p0))))).isEqualTo(new GroupLag(1, 1, List.of()));
            assertThat(detail.members()).hasSize(1);
            assertThat(detail.members().get(0).assignment()).containsExactly(p0, new PartitionId(topic, 1));

            GroupSummary listed = listed(group);
            assertThat(listed.type()).isEqualTo(GroupType.SHARE);
            assertThat(listed.lag()).isEqualTo(new GroupLag(1, 1, List.of()));
            assertThat(listed.problem()).isEmpty();
        }
    }

    @Test
    void the_start_offsets_of_a_share_group_are_moved_and_taken_back_by_its_own_call() {
        broker.sendMany(topic, 2, 20);
        PartitionId p0 = new PartitionId(topic, 0);
        PartitionId p1 = new PartitionId(topic, 1);
        String group = TestBroker.uniqueName("share");
        try (ShareMember member = ShareMember.join(broker, group, topic)) {
            member.acceptAllBut(-1, 20);
            assertThatThrownBy(() -> get(offsets.commit(group, List.of(PartitionOffset.of(p0, 2L)))))
                    .satisfies(thrown -> assertThat(
                                    BrokerFailureException.in(thrown).sentence())
                            .contains("the group has members"));
        }
        Await.until("it is empty", SOON, () -> get(reader.group(group)).state().equals("Empty"));
        get(offsets.commit(group, List.of(PartitionOffset.of(p0, 4L), PartitionOffset.of(p1, 7L))));
        assertThat(get(reader.committedOffsets(group))).isEqualTo(Map.of(p0, 4L, p1, 7L));
        assertThat(listed(group).lag()).isEqualTo(new GroupLag(9, 2, List.of()));

        get(offsets.forget(group, Set.of(p1)));
        assertThat(get(reader.committedOffsets(group))).isEqualTo(Map.of(p0, 4L));
        try (ShareMember member = ShareMember.join(broker, group, topic)) {
            // From its start offset in one partition, and where the group's own setting says in the other.
            assertThat(member.take(16)).contains(p0 + "@4", p1 + "@0").doesNotContain(p0 + "@3");
        }
    }

    @Test
    void a_streams_group_shows_its_tasks_and_what_they_read() throws Exception {
        String group = TestBroker.uniqueName("streams");
        PartitionId p0 = new PartitionId(topic, 0);
        PartitionId p1 = new PartitionId(topic, 1);
        try (StreamsMember member = StreamsMember.join(broker.bootstrapServers(), group, topic, null)) {
            Await.until("it is stable", SOON, () -> {
                member.beat();
                return get(reader.group(group)).state().equals("Stable");
            });
            GroupDetail detail = get(reader.group(group));
            assertThat(detail.type()).isEqualTo(GroupType.STREAMS);
            assertThat(detail.members()).hasSize(1);
            assertThat(detail.members().get(0).tasks().active()).containsExactly("0_0", "0_1");
            assertThat(detail.members().get(0).assignment()).containsExactly(p0, p1);
        }
        broker.sendMany(topic, 2, 20);
        get(offsets.commit(group, List.of(PartitionOffset.of(p0, 3L), PartitionOffset.of(p1, 10L))));
        assertThat(get(reader.committedOffsets(group))).isEqualTo(Map.of(p0, 3L, p1, 10L));
        assertThat(listed(group).lag()).isEqualTo(new GroupLag(7, 2, List.of()));
        assertThat(listed(group).type()).isEqualTo(GroupType.STREAMS);
        get(offsets.forget(group, Set.of(p0)));
        assertThat(get(reader.committedOffsets(group))).isEqualTo(Map.of(p1, 10L));
    }

    @Test
    void the_workers_of_connect_are_a_classic_group_with_members_and_without_partitions() {
        String group = TestBroker.uniqueName("connect");
        try (ClassicMember member = ClassicMember.join(broker.bootstrapServers(), group, "connect", "sessioned")) {
            GroupDetail detail = get(reader.group(group));
            assertThat(detail.members())
                    .extracting(GroupDetail.Member::memberId)
                    .containsExactly(member.memberId());
            assertThat(detail.type()).isEqualTo(GroupType.CLASSIC);
            assertThat(detail.typeText()).isEqualTo("classic (connect)");
            assertThat(detail.state()).isEqualTo("Stable");
            assertThat(detail.assignor()).isEqualTo("sessioned");
            assertThat(detail.members()).hasSize(1);
            assertThat(detail.members().get(0).assignment()).isEmpty();
            assertThat(listed(group).typeText()).isEqualTo("classic (connect)");
            assertThat(listed(group).problem()).isEmpty();
        }
    }

    @Test
    void a_group_that_becomes_one_of_another_type_is_found_again() throws Exception {
        String group = TestBroker.uniqueName("changing");
        StreamsMember.join(broker.bootstrapServers(), group, topic, null).close();
        assertThat(get(reader.group(group)).type()).isEqualTo(GroupType.STREAMS);
        try (ClassicMember member = ClassicMember.join(broker.bootstrapServers(), group, "connect", "sessioned")) {
            GroupDetail detail = get(reader.group(group));
            assertThat(detail.typeText()).isEqualTo("classic (connect)");
            assertThat(detail.members())
                    .extracting(GroupDetail.Member::memberId)
                    .containsExactly(member.memberId());
        }
    }

    @Test
    void commits_of_a_group_without_members_are_a_classic_group() throws Exception {
        String group = TestBroker.uniqueName("simple");
        broker.admin()
                .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)))
                .all()
                .get(60, TimeUnit.SECONDS);
        assertThat(get(reader.group(group)).state()).isEqualTo("Empty");
        assertThat(listed(group).typeText()).isEqualTo("classic");
        assertThat(listed(group).state()).isEqualTo("Empty");
    }

    @Test
    void a_group_that_is_not_there_is_not_found_and_has_no_commits() {
        String group = TestBroker.uniqueName("nobody");
        assertThatThrownBy(() -> get(reader.group(group)))
                .satisfies(thrown ->
                        assertThat(BrokerFailureException.in(thrown).what()).contains("the group does not exist"));
        assertThat(get(reader.committedOffsets(group))).isEmpty();
    }

    private GroupSummary listed(String group) {
        return get(reader.groups()).stream()
                .filter(each -> each.id().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
