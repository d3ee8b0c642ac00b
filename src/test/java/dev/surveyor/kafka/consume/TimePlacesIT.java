package dev.surveyor.kafka.consume;

import static dev.surveyor.kafka.consume.ConsumerRig.awaitPhase;
import static dev.surveyor.kafka.consume.ConsumerRig.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.FirstRecord;
import dev.surveyor.domain.consume.FirstRecords;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.testing.OddLogs;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A time leads to the first record of then or later, not to a marker of a transaction; a preview says the same. */
@ExtendWith(SandboxBroker.class)
class TimePlacesIT {

    private static final long MINUTE = 60_000;

    private final TestBroker broker;
    private final long now = System.currentTimeMillis();
    private ConsumerRig rig;
    private ClusterReader reader;

    TimePlacesIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() {
        rig = new ConsumerRig(broker);
        reader = new KafkaClusterReader(broker.admin(), rig.connection().context());
    }

    @AfterEach
    void disconnect() {
        rig.close();
    }

    @Test
    void a_marker_of_that_time_is_passed_over_and_older_records_behind_it_too() throws Exception {
        String topic = broker.newTopic(1);
        send(topic, now - 60 * MINUTE);
        OddLogs.transaction(broker, topic, 3, now - 50 * MINUTE, true);
        send(topic, now - 40 * MINUTE);
        Instant asked = Instant.ofEpochMilli(now - MINUTE);
        assertThat(named(topic, asked)).as("what the broker names: the marker").isEqualTo(4);
        send(topic, now + 5 * MINUTE);

        assertThat(placeOf(topic, asked, IsolationLevel.READ_UNCOMMITTED)).containsOnly(Map.entry(id(topic), 6L));
        rig.start(from(topic, asked, IsolationLevel.READ_UNCOMMITTED));
        rig.awaitRecords(1);
        assertThat(offsets()).containsExactly(6L);
    }

    @Test
    void where_only_a_marker_is_that_late_there_is_no_record_and_it_is_the_end() throws Exception {
        String topic = broker.newTopic(1);
        OddLogs.transaction(broker, topic, 3, now - 50 * MINUTE, true);
        send(topic, now - 40 * MINUTE);
        Instant asked = Instant.ofEpochMilli(now - MINUTE);
        assertThat(named(topic, asked)).isEqualTo(3);

        assertThat(placeOf(topic, asked, IsolationLevel.READ_UNCOMMITTED)).isEmpty();
        ConsumeSession session = rig.start(from(topic, asked, IsolationLevel.READ_UNCOMMITTED));
        awaitPhase(session, ConsumePhase.RUNNING);
        send(topic, now);
        rig.awaitRecords(1);
        assertThat(offsets()).containsExactly(5L);
    }

    @Test
    void a_reader_of_committed_records_begins_at_one_that_it_is_given() throws Exception {
        String topic = broker.newTopic(1);
        OddLogs.transaction(broker, topic, 4, now - 30 * MINUTE, false);
        send(topic, now - 20 * MINUTE);
        Instant asked = Instant.ofEpochMilli(now - 30 * MINUTE);

        assertThat(placeOf(topic, asked, IsolationLevel.READ_UNCOMMITTED)).containsOnly(Map.entry(id(topic), 0L));
        assertThat(placeOf(topic, asked, IsolationLevel.READ_COMMITTED)).containsOnly(Map.entry(id(topic), 5L));
        FirstRecords there = reader.firstRecords(Map.of(id(topic), 0L), IsolationLevel.READ_COMMITTED)
                .get(60, TimeUnit.SECONDS);
        assertThat(there.records())
                .containsOnly(Map.entry(id(topic), new FirstRecord(5, Instant.ofEpochMilli(now - 20 * MINUTE))));
        rig.start(from(topic, asked, IsolationLevel.READ_COMMITTED));
        rig.awaitRecords(1);
        assertThat(offsets()).containsExactly(5L);
    }

    @Test
    void times_out_of_order_lead_to_the_first_that_is_late_enough() throws Exception {
        String topic = broker.newTopic(1);
        for (long minutes : new long[] {9, 30, 8, 7, 60, 5}) {
            send(topic, now - minutes * MINUTE);
        }

        Instant asked = Instant.ofEpochMilli(now - 8 * MINUTE);
        assertThat(placeOf(topic, asked, IsolationLevel.READ_UNCOMMITTED)).containsOnly(Map.entry(id(topic), 2L));
    }

    @Test
    void what_compaction_removed_is_not_gone_to() throws Exception {
        String topic = OddLogs.compacted(broker, 30);
        List<ConsumerRecord<byte[], byte[]>> records = OddLogs.records(broker, topic, "read_uncommitted");
        for (int i = 0; i < records.size() - 1; i++) {
            long time = records.get(i).timestamp() + 1;
            long expected = records.stream()
                    .filter(record -> record.timestamp() >= time)
                    .findFirst()
                    .orElseThrow()
                    .offset();
            assertThat(placeOf(topic, Instant.ofEpochMilli(time), IsolationLevel.READ_UNCOMMITTED))
                    .containsOnly(Map.entry(id(topic), expected));
            i += 9;
        }
    }

    @Test
    void the_times_of_the_broker_count_where_it_stamps_the_records() throws Exception {
        String topic = TestBroker.uniqueName("stamped");
        broker.createTopic(topic, 1, Map.of("message.timestamp.type", "LogAppendTime"));
        OddLogs.transaction(broker, topic, 2, now - 50 * MINUTE, true);
        List<ConsumerRecord<byte[], byte[]>> before = OddLogs.records(broker, topic, "read_uncommitted");
        Instant asked = Instant.ofEpochMilli(before.get(1).timestamp() + 1);
        while (System.currentTimeMillis() <= asked.toEpochMilli()) {
            Thread.onSpinWait();
        }
        send(topic, now - 50 * MINUTE);

        assertThat(placeOf(topic, asked, IsolationLevel.READ_UNCOMMITTED)).containsOnly(Map.entry(id(topic), 3L));
    }

    private void send(String topic, long timestamp) {
        broker.send(new ProducerRecord<>(topic, 0, timestamp, null, bytes("plain")));
    }

    private long named(String topic, Instant time) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        return broker.admin()
                .listOffsets(Map.of(partition, OffsetSpec.forTimestamp(time.toEpochMilli())))
                .partitionResult(partition)
                .get(60, TimeUnit.SECONDS)
                .offset();
    }

    private Map<PartitionId, Long> placeOf(String topic, Instant time, IsolationLevel isolation) throws Exception {
        return reader.offsetsAt(List.of(id(topic)), time, isolation, answered -> {})
                .get(60, TimeUnit.SECONDS)
                .offsets();
    }

    private static ConsumeRequest from(String topic, Instant time, IsolationLevel isolation) {
        return new ConsumeRequest(
                Subscription.to(topic),
                Set.of(),
                new StartPosition.AtTime(time),
                new ConsumerMode.Standalone(),
                isolation);
    }

    private static PartitionId id(String topic) {
        return new PartitionId(topic, 0);
    }

    private List<Long> offsets() {
        return rig.sink().records().stream().map(ConsumedRecord::offset).toList();
    }
}
