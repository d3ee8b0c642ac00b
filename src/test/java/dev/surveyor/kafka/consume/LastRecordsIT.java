package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.testing.OddLogs;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The last records of partitions, where not every offset holds one. */
@ExtendWith(SandboxBroker.class)
class LastRecordsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;

    @AutoClose
    private final ConsumerRig rig;

    LastRecordsIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @Test
    void a_compacted_partition_gives_as_many_as_were_asked_for_or_all_there_are() throws Exception {
        String topic = OddLogs.compacted(broker, 50);
        List<Long> bare = OddLogs.offsets(broker, topic, "read_uncommitted");
        assertThat(bare).hasSizeBetween(50, 60);

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(20)));
        rig.awaitRecords(20);
        assertThat(offsets()).isEqualTo(bare.subList(bare.size() - 20, bare.size()));

        ConsumeSession all = rig.start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(100)));
        rig.awaitRecords(20 + bare.size());
        assertThat(offsets().subList(20, 20 + bare.size())).isEqualTo(bare);
        assertThat(lookBack(all).shortfalls()).isEmpty();

        // A member cannot poll while it is given its partitions, so its place is found in another way.
        rig.start(new ConsumeRequest(
                Subscription.to(topic),
                Set.of(),
                new StartPosition.LastRecords(20),
                new ConsumerMode.GroupMember(MemberSettings.of(TestBroker.uniqueName("last"), CommitPolicy.OFF)),
                IsolationLevel.READ_UNCOMMITTED));
        rig.awaitRecords(20 + bare.size() + 20);
        assertThat(offsets().subList(20 + bare.size(), 40 + bare.size()))
                .isEqualTo(bare.subList(bare.size() - 20, bare.size()));

        ConsumeSession one = rig.start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(20)));
        ReadOutcome read = one.readOne(Duration.ofSeconds(20)).get(30, TimeUnit.SECONDS);
        assertThat(read).isInstanceOfSatisfying(ReadOutcome.Read.class, record -> assertThat(
                        record.place().offset())
                .isEqualTo(bare.get(bare.size() - 20)));
    }

    @Test
    void aborted_records_are_gone_back_over_by_a_reader_of_committed_ones() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 130);
        OddLogs.transaction(broker, topic, 150, false);

        rig.start(committed(topic, 100));
        rig.awaitRecords(100);
        assertThat(offsets()).startsWith(30L).endsWith(129L).hasSize(100);

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(100)));
        rig.awaitRecords(200);
        assertThat(offsets().subList(100, 200)).startsWith(180L).endsWith(279L);
    }

    @Test
    void an_open_transaction_ends_what_a_reader_of_committed_records_is_given() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 120);
        try (KafkaProducer<byte[], byte[]> open = OddLogs.begin(broker, topic, 30, null)) {
            broker.sendMany(topic, 1, 5);

            rig.start(committed(topic, 100));
            rig.awaitRecords(100);
            assertThat(offsets()).startsWith(20L).endsWith(119L);

            rig.start(ConsumeRequest.standalone(topic, new StartPosition.LastRecords(100)));
            rig.awaitRecords(200);
            assertThat(offsets().subList(100, 200)).startsWith(55L).endsWith(154L);
            open.abortTransaction();
        }
    }

    @Test
    void a_partition_of_nothing_but_aborted_records_is_known_to_give_none() {
        String topic = broker.newTopic(1);
        OddLogs.transaction(broker, topic, 150, false);

        ConsumeSession session = rig.start(committed(topic, 100));
        ConsumerRig.awaitPhase(session, ConsumePhase.RUNNING);

        assertThat(lookBack(session)).isEqualTo(new LookBack(100, false, 151, List.of()));
        broker.sendMany(topic, 1, 1);
        rig.awaitRecords(1);
        assertThat(offsets()).containsExactly(151L);
    }

    @Test
    void where_going_back_meets_its_limit_it_says_what_is_there_and_that_older_offsets_are_kept() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 3_000);
        OddLogs.transaction(broker, topic, 150, false);
        broker.sendMany(topic, 1, 7);
        LookingBack.Limits none = new LookingBack.Limits(Duration.ofSeconds(20), Duration.ofSeconds(5), 1_000_000, 40);

        ConsumeSession session = start(committed(topic, 100), none);
        rig.awaitRecords(7);

        Await.until("it is said", SOON, () -> !lookBack(session).shortfalls().isEmpty());
        assertThat(lookBack(session).shortfalls())
                .containsExactly(new LookBack.Shortfall(new PartitionId(topic, 0), 7, 3_058, 0));
    }

    @Test
    void what_is_too_large_to_be_read_beforehand_is_counted_as_it_comes() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 3_000);
        OddLogs.transaction(broker, topic, 50, false);
        broker.sendMany(topic, 1, 49);
        LookingBack.Limits one = new LookingBack.Limits(Duration.ofSeconds(20), Duration.ofSeconds(5), 1, 1);

        ConsumeSession session = start(committed(topic, 100), one);
        rig.awaitRecords(49);

        Await.until("it is said", SOON, () -> !lookBack(session).shortfalls().isEmpty());
        assertThat(lookBack(session).shortfalls())
                .containsExactly(new LookBack.Shortfall(new PartitionId(topic, 0), 49, 3_000, 0));
    }

    @Test
    void a_log_without_holes_is_read_once() {
        String topic = broker.newTopic(3);
        broker.sendMany(topic, 3, 900);
        try (KafkaConsumer<ByteBuffer, ByteBuffer> client = new KafkaConsumer<>(
                ConsumerProperties.alone(
                        rig.connection().context().settings().of(ClientKind.CONSUMER, "once"),
                        IsolationLevel.READ_UNCOMMITTED),
                new ByteBufferDeserializer(),
                new ByteBufferDeserializer())) {
            ConsumerParts parts = ConsumerParts.of(
                    client, "once", rig.connection().context(), IsolationLevel.READ_UNCOMMITTED, () -> false);
            ConsumeRequest request = ConsumeRequest.standalone(topic, new StartPosition.LastRecords(100));
            LastRecords last = new LastRecords(parts, request, new StatusBoard(), LookingBack.Limits.DEFAULT);
            Set<org.apache.kafka.common.TopicPartition> partitions = Set.of(
                    new org.apache.kafka.common.TopicPartition(topic, 0),
                    new org.apache.kafka.common.TopicPartition(topic, 1),
                    new org.apache.kafka.common.TopicPartition(topic, 2));

            LookingBack.Found found = last.alone(partitions, 100);

            assertThat(found.records().stream()
                            .mapToInt(polled -> polled.count())
                            .sum())
                    .isEqualTo(300);
            assertThat(found.starts().values()).containsOnly(200L);
            assertThat(partitions).allMatch(partition -> client.position(partition) == 300);
            assertThat(client.paused()).isEmpty();
        }
    }

    @Test
    void each_partition_of_several_topics_gives_its_last_records() {
        String dense = broker.newTopic(2);
        broker.sendMany(dense, 2, 400);
        String holes = broker.newTopic(1);
        broker.sendMany(holes, 1, 40);
        OddLogs.transaction(broker, holes, 60, false);

        rig.start(new ConsumeRequest(
                new Subscription.Topics(List.of(dense, holes)),
                Set.of(),
                new StartPosition.LastRecords(30),
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_COMMITTED));
        rig.awaitRecords(90);

        assertThat(rig.sink().records())
                .filteredOn(record -> record.partition().topic().equals(holes))
                .extracting(ConsumedRecord::offset)
                .startsWith(10L)
                .endsWith(39L)
                .hasSize(30);
    }

    private ConsumeSession start(ConsumeRequest request, LookingBack.Limits limits) {
        var context = rig.connection().context();
        PollLoop loop = new PollLoop(
                request,
                rig.sink(),
                context,
                "limited",
                limits,
                () -> new KafkaConsumer<>(
                        ConsumerProperties.of(context.settings().of(ClientKind.CONSUMER, "limited"), request),
                        new ByteBufferDeserializer(),
                        new ByteBufferDeserializer()));
        Runnable unused = context.open().add(loop::stop);
        context.threads().start("poll-limited", loop);
        return new KafkaConsumeSession(request, "limited", loop);
    }

    private static ConsumeRequest committed(String topic, int count) {
        return new ConsumeRequest(
                Subscription.to(topic),
                Set.of(),
                new StartPosition.LastRecords(count),
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_COMMITTED);
    }

    private static LookBack lookBack(ConsumeSession session) {
        LookBack told = session.lookBack();
        return told == null ? new LookBack(0, true, 0, List.of()) : told;
    }

    private List<Long> offsets() {
        return rig.sink().records().stream().map(ConsumedRecord::offset).toList();
    }
}
