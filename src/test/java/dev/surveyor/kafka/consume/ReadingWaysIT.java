package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.event.ClientEvent;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One record at a time, several topics at once, and topics that a pattern names before they are there. */
@ExtendWith(SandboxBroker.class)
class ReadingWaysIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;
    private final CollectingSink sink = new CollectingSink();

    @AutoClose
    private final TestConnection connection;

    ReadingWaysIT(TestBroker broker) {
        this.broker = broker;
        connection = TestConnection.to(broker.bootstrapServers());
    }

    @Test
    void read_one_reads_one_and_the_position_says_so() throws Exception {
        String topic = broker.newTopic(2);
        for (int i = 0; i < 5; i++) {
            send(topic, i % 2, 1_000 + i, "r" + i);
        }
        ConsumeSession session = start(Subscription.to(topic), new StartPosition.Beginning());

        for (int i = 0; i < 5; i++) {
            ReadOutcome outcome = session.readOne(Duration.ofSeconds(20)).get(30, TimeUnit.SECONDS);
            assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
            int expected = i + 1;
            Await.until("one more record", SOON, () -> sink.count() == expected);
        }
        assertThat(sink.values()).containsExactlyInAnyOrder("r0", "r1", "r2", "r3", "r4");
        assertThat(session.status().phase()).isEqualTo(ConsumePhase.PAUSED_BY_USER);
        assertThat(positions(session))
                .extracting(one -> one.position().orElse(-1))
                .containsExactly(3L, 2L);
    }

    @Test
    void a_time_out_is_an_event_and_no_failure() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(Subscription.to(topic), new StartPosition.Beginning());

        ReadOutcome outcome = session.readOne(Duration.ofMillis(300)).get(60, TimeUnit.SECONDS);

        assertThat(outcome).isEqualTo(new ReadOutcome.TimedOut(Duration.ofMillis(300)));
        assertThat(events(ClientEvent.ReadTimedOut.class)).hasSize(1);
        assertThat(events(ClientEvent.ReadTimedOut.class).get(0).text()).startsWith("Read timed out after 300 ms");
        assertThat(session.status().failure()).isNull();
    }

    @Test
    void a_wish_without_time_out_waits_until_a_record_comes_or_the_consumer_ends() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = start(Subscription.to(topic), new StartPosition.Beginning());
        CompletableFuture<ReadOutcome> wish = session.readOne(null);
        Await.until("begun", SOON, () -> session.status().phase() == ConsumePhase.PAUSED_BY_USER);
        send(topic, 0, 5, "late");

        assertThat(wish.get(60, TimeUnit.SECONDS)).isInstanceOf(ReadOutcome.Read.class);
        CompletableFuture<ReadOutcome> next = session.readOne(null);
        session.close();
        Await.until("the wish ends with the consumer", SOON, next::isDone);
        assertThat(next).isCancelled();
    }

    @Test
    void the_end_of_a_partition_is_an_event_with_its_place() {
        String topic = broker.newTopic(1);
        send(topic, 0, 1, "a");
        send(topic, 0, 2, "b");
        start(Subscription.to(topic), new StartPosition.Beginning());

        Await.until("the end is told", SOON, () -> !events(ClientEvent.PartitionEnd.class)
                .isEmpty());
        assertThat(events(ClientEvent.PartitionEnd.class).get(0).text()).isEqualTo("EOF at " + topic + "[0]@2");
    }

    @Test
    void two_topics_come_merged_by_their_times() {
        String one = broker.newTopic(2);
        String other = broker.newTopic(1);
        for (int i = 0; i < 200; i++) {
            send(i % 3 == 0 ? other : one, i % 3 == 0 ? 0 : i % 2, 1_000_000 + i, "r" + i);
        }
        start(new Subscription.Topics(List.of(one, other)), new StartPosition.Beginning());

        Await.until("all are there", SOON, () -> sink.count() >= 200);
        assertThat(sink.records()).extracting(ConsumedRecord::timestamp).isSorted();
        assertThat(sink.count()).isEqualTo(200);
    }

    @Test
    void a_pattern_takes_up_a_topic_that_is_made_later() {
        String prefix = TestBroker.uniqueName("late");
        ConsumeSession session = start(new Subscription.Matching(prefix + "-.*"), new StartPosition.NewRecords());
        Await.until("it waits for a topic", SOON, () -> session.status().phase() == ConsumePhase.RUNNING);
        String topic = prefix + "-1";
        broker.createTopic(topic, 1, Map.of());
        send(topic, 0, 7, "first");

        Await.until("the record of the new topic is there", SOON, () -> sink.count() == 1);
        assertThat(session.status().assignment()).containsExactly(new PartitionId(topic, 0));
    }

    @Test
    void a_member_may_subscribe_to_a_pattern() {
        String prefix = TestBroker.uniqueName("grouped");
        broker.createTopic(prefix + "-a", 1, Map.of());
        send(prefix + "-a", 0, 7, "first");
        MemberSettings settings = MemberSettings.of(TestBroker.uniqueName("group"));
        ConsumeRequest request = new ConsumeRequest(
                new Subscription.Matching(prefix + "-.*"),
                Set.of(),
                new StartPosition.Beginning(),
                new ConsumerMode.GroupMember(settings),
                IsolationLevel.READ_UNCOMMITTED);
        new KafkaConsumers(connection.context()).start(request, sink);

        Await.until("its record is there", SOON, () -> sink.count() == 1);
    }

    private <E extends ClientEvent> List<E> events(Class<E> kind) {
        return connection.context().events().since(0).events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private ConsumeSession start(Subscription subscription, StartPosition from) {
        ConsumeRequest request = new ConsumeRequest(
                subscription, Set.of(), from, new ConsumerMode.Standalone(), IsolationLevel.READ_UNCOMMITTED);
        return new KafkaConsumers(connection.context()).start(request, sink);
    }

    private static List<PartitionPosition> positions(ConsumeSession session) throws Exception {
        return session.positions().get(60, TimeUnit.SECONDS);
    }

    private void send(String topic, int partition, long time, String value) {
        broker.send(new ProducerRecord<>(topic, partition, time, null, value.getBytes(StandardCharsets.UTF_8)));
    }
}
