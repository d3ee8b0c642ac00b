package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.event.ClientEvent.OffsetsCommitted;
import dev.surveyor.domain.event.ClientEvent.PartitionsAssigned;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxBroker.class)
class KafkaConsumersGroupIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;
    private final String group = TestBroker.uniqueName("group");

    @AutoClose
    private final TestConnection connection;

    KafkaConsumersGroupIT(TestBroker broker) {
        this.broker = broker;
        connection = TestConnection.to(broker.bootstrapServers());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "COOPERATIVE_STICKY", "CONSUMER_UNIFORM"})
    void a_second_member_takes_half_and_each_callback_is_told_with_its_places(Assignor assignor) {
        String topic = broker.newTopic(4);
        broker.sendMany(topic, 4, 40);
        CollectingSink first = new CollectingSink();
        ConsumeSession one = start(topic, settings(assignor, CommitPolicy.EACH_BATCH), first);
        Await.until("all records", SOON, () -> first.count() == 40);

        ConsumeSession two = start(topic, settings(assignor, CommitPolicy.EACH_BATCH), new CollectingSink());
        Await.until(
                "two each",
                SOON,
                () -> one.status().assignment().size() == 2
                        && two.status().assignment().size() == 2);

        PartitionsRevoked revoked = connection.events(PartitionsRevoked.class).get(0);
        assertThat(revoked.group()).isEqualTo(group);
        assertThat(revoked.client()).isEqualTo(one.clientId());
        assertThat(revoked.memberId()).isNotBlank();
        assertThat(revoked.partitions()).hasSize(assignor.incremental() ? 2 : 4).allSatisfy(moved -> {
            assertThat(moved.position()).hasValue(10);
            assertThat(moved.committed()).hasValue(10);
        });
        PartitionsAssigned assigned = connection.events(PartitionsAssigned.class).stream()
                .filter(event -> event.client().equals(two.clientId())
                        && !event.partitions().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(assigned.generation()).isGreaterThan(0);
        assertThat(assigned.partitions())
                .extracting(MovedPartition::position)
                .allMatch(position -> position.orElse(-1) == 10);
        assertThat(two.status().generation()).isGreaterThan(0);
        assertThat(first.count()).isEqualTo(40);
    }

    @Test
    void a_group_that_commits_goes_on_where_it_stopped() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 10);
        CollectingSink first = new CollectingSink();
        ConsumeSession one = start(topic, settings(Assignor.DEFAULT, CommitPolicy.AUTO), first);
        Await.until("ten records", SOON, () -> first.count() == 10);
        one.stop().get(60, TimeUnit.SECONDS);
        broker.sendMany(topic, 1, 3);

        CollectingSink second = new CollectingSink();
        start(topic, settings(Assignor.DEFAULT, CommitPolicy.AUTO), second);

        Await.until("three records", SOON, () -> second.count() == 3);
        assertThat(connection.events(OffsetsCommitted.class))
                .anyMatch(event -> event.text().equals("OffsetsCommitted (<nil>, [" + topic + "[0]@10])"));
    }

    @Test
    void a_commit_by_hand_is_seen_as_committed_offset() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 10);
        PartitionId partition = new PartitionId(topic, 0);
        CollectingSink sink = new CollectingSink();
        ConsumeSession one = start(topic, settings(Assignor.DEFAULT, CommitPolicy.MANUAL), sink);
        Await.until("ten records", SOON, () -> sink.count() == 10);
        assertThat(one.positions().get(60, TimeUnit.SECONDS).get(0).committed()).isEmpty();

        one.commit(Map.of(partition, 4L)).get(60, TimeUnit.SECONDS);

        assertThat(one.positions().get(60, TimeUnit.SECONDS).get(0).committed()).hasValue(4);
        assertThat(connection.events(OffsetsCommitted.class)).hasSize(1);
    }

    @Test
    void each_batch_commits_after_every_poll_that_returned_something() {
        String topic = broker.newTopic(1);
        CollectingSink sink = new CollectingSink();
        ConsumeSession one = start(topic, settings(Assignor.DEFAULT, CommitPolicy.EACH_BATCH), sink);
        Await.until("assigned", SOON, () -> one.status().assignment().size() == 1);
        List<String> each = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            broker.sendMany(topic, 1, 1);
            int wanted = i;
            Await.until("record " + i, SOON, () -> sink.count() == wanted);
            each.add("OffsetsCommitted (<nil>, [" + topic + "[0]@" + i + "])");
        }
        Await.until(
                "four commits",
                SOON,
                () -> connection.events(OffsetsCommitted.class).size() >= 4);
        assertThat(connection.events(OffsetsCommitted.class))
                .extracting(OffsetsCommitted::text)
                .containsExactlyElementsOf(each);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "EACH_BATCH"})
    void a_member_that_is_to_commit_from_now_on_commits_what_it_had_read_too(CommitPolicy later) throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 10);
        CollectingSink sink = new CollectingSink();
        ConsumeSession one = start(topic, settings(Assignor.DEFAULT, CommitPolicy.OFF), sink);
        Await.until("ten records", SOON, () -> sink.count() == 10);
        assertThat(one.positions().get(60, TimeUnit.SECONDS).get(0).committed()).isEmpty();

        one.commitBy(later);
        awaitTurn(one);
        broker.sendMany(topic, 1, 1);

        Await.until("eleven are committed", SOON, () -> one.positions()
                .get(60, TimeUnit.SECONDS)
                .get(0)
                .committed()
                .equals(OptionalLong.of(11)));
        assertThat(sink.count()).isEqualTo(11);

        one.commitBy(CommitPolicy.OFF);
        awaitTurn(one);
        broker.sendMany(topic, 1, 1);
        Await.until("twelve records", SOON, () -> sink.count() == 12);
        one.stop().get(60, TimeUnit.SECONDS);
        assertThat(connection.events(OffsetsCommitted.class).stream().map(OffsetsCommitted::text))
                .noneMatch(text -> text.contains("@12"));
    }

    @Test
    void a_group_without_commits_does_not_read_again_after_a_rebalance() {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);
        CollectingSink first = new CollectingSink();
        ConsumeSession one = start(topic, settings(Assignor.RANGE, CommitPolicy.OFF), first);
        Await.until("twenty records", SOON, () -> first.count() == 20);
        ConsumeSession two = start(topic, settings(Assignor.RANGE, CommitPolicy.OFF), new CollectingSink());
        Await.until("one each", SOON, () -> one.status().assignment().size() == 1);

        two.close();
        Await.until("all again", SOON, () -> one.status().assignment().size() == 2);
        broker.sendMany(topic, 2, 2);

        Await.until("the new ones", SOON, () -> first.count() >= 22);
        assertThat(first.count()).isEqualTo(22);
    }

    @Test
    void a_table_in_a_group_is_among_the_members_and_its_start_and_end_are_told() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession one = start(topic, settings(Assignor.DEFAULT, CommitPolicy.OFF), new CollectingSink());
        Await.until("running", SOON, () -> one.status().phase() == ConsumePhase.RUNNING);
        MemberStatus status = connection.context().members().of(group).get(0).status();
        assertThat(status.phase()).isEqualTo(MemberStatus.Phase.RUNNING);
        assertThat(status.memberId()).isNotBlank();

        one.stop().get(60, TimeUnit.SECONDS);

        assertThat(connection.events(ClientEvent.MemberChanged.class))
                .extracting(ClientEvent.MemberChanged::kind)
                .containsExactly(ClientEvent.MemberChanged.Kind.JOINED, ClientEvent.MemberChanged.Kind.LEFT);
    }

    /** What was asked of a consumer before is done when it has answered. */
    private static void awaitTurn(ConsumeSession session) throws Exception {
        assertThat(session.positions().get(60, TimeUnit.SECONDS)).isNotEmpty();
    }

    private MemberSettings settings(Assignor assignor, CommitPolicy commit) {
        return new MemberSettings(group, null, null, assignor, commit, true, Duration.ZERO, "earliest");
    }

    private ConsumeSession start(String topic, MemberSettings settings, CollectingSink sink) {
        return new KafkaConsumers(connection.context())
                .start(
                        new ConsumeRequest(
                                Subscription.to(topic),
                                Set.of(),
                                new StartPosition.Committed(),
                                new ConsumerMode.GroupMember(settings),
                                IsolationLevel.READ_UNCOMMITTED),
                        sink);
    }
}
