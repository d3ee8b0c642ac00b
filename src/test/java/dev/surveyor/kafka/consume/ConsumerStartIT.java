package dev.surveyor.kafka.consume;

import static dev.surveyor.kafka.consume.ConsumerRig.awaitPhase;
import static dev.surveyor.kafka.consume.ConsumerRig.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a consumer begins. */
@ExtendWith(SandboxBroker.class)
class ConsumerStartIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;

    @AutoClose
    private final ConsumerRig rig;

    ConsumerStartIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @Test
    void new_records_only_are_those_after_the_start() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 3);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        broker.send(topic, 0, null, bytes("fresh"));

        rig.awaitRecords(1);
        assertThat(rig.sink().values()).containsExactly("fresh");
        assertThat(rig.sink().records().get(0).offset()).isEqualTo(3);
    }

    @Test
    void the_last_records_are_counted_per_partition() {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(3)));
        rig.awaitRecords(6);

        assertThat(rig.sink().records()).allMatch(record -> record.offset() >= 7);
    }

    @Test
    void more_last_records_than_there_are_means_all() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 5);

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(100)));

        rig.awaitRecords(5);
    }

    @Test
    void a_time_starts_at_the_first_record_of_then_or_later_and_after_all_of_them_at_the_end() {
        String topic = broker.newTopic(1);
        for (int i = 0; i < 5; i++) {
            broker.send(new ProducerRecord<>(topic, 0, 1_000_000L + i * 1_000L, null, bytes("at-" + i)));
        }

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtTime(Instant.ofEpochMilli(1_002_500))));
        rig.awaitRecords(2);
        assertThat(rig.sink().values()).containsExactly("at-3", "at-4");

        CollectingSink late = new CollectingSink();
        ConsumeSession session = new KafkaConsumers(rig.connection().context())
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

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtOffset(1)));
        rig.awaitRecords(6);
        assertThat(rig.sink().records().get(0).offset()).isEqualTo(4);

        ConsumeSession past = rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtOffset(99)));
        awaitPhase(past, ConsumePhase.RUNNING);
        assertThat(positions(past).get(0).position()).hasValue(10);
    }

    @Test
    void another_consumer_goes_on_where_one_has_ended() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 10);
        ConsumeSession first = rig.start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(first, ConsumePhase.RUNNING);
        broker.sendMany(topic, 1, 4);
        rig.awaitRecords(4);
        first.close();
        Map<PartitionId, Long> ended = first.lastPositions().get(60, TimeUnit.SECONDS);
        assertThat(ended)
                .containsOnly(Map.entry(new PartitionId(topic, 0), 9L), Map.entry(new PartitionId(topic, 1), 5L));
        broker.sendMany(topic, 2, 6);

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtOffsets(ended)));
        rig.awaitRecords(10);
        Map<PartitionId, Long> begunAnew = Map.of(new PartitionId(topic, 0), 1_000L, new PartitionId(topic, 1), 8L);
        rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtOffsets(begunAnew)));
        rig.awaitRecords(10 + 12);
    }

    @Test
    void only_the_wanted_partitions_are_read() {
        String topic = broker.newTopic(3);
        broker.sendMany(topic, 3, 9);

        ConsumeSession session = rig.start(new ConsumeRequest(
                Subscription.to(topic),
                Set.of(1),
                new StartPosition.Beginning(),
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_UNCOMMITTED));
        rig.awaitRecords(3);

        assertThat(session.status().assignment()).containsExactly(new PartitionId(topic, 1));
        assertThat(rig.sink().records()).allMatch(record -> record.partition().partition() == 1);
    }

    private static List<PartitionPosition> positions(ConsumeSession session) throws Exception {
        return session.positions().get(60, TimeUnit.SECONDS);
    }

    private void deleteBefore(String topic, long offset) throws Exception {
        broker.admin()
                .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get(60, TimeUnit.SECONDS);
    }
}
