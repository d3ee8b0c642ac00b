package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.OddLogs;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.BufferChanges;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every offset of what a table reads is a record or part of a gap: before the first record and behind the last one too. */
@ExtendWith(SandboxBroker.class)
class GapRowsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;
    private final RecordBuffer buffer =
            new RecordBuffer(BufferLimits.DEFAULT, RecordReader.withoutSchemas(), Runnable::run);
    private final List<LogEntry> rows = new ArrayList<>();

    @AutoClose
    private final TestConnection connection;

    GapRowsIT(TestBroker broker) {
        this.broker = broker;
        connection = TestConnection.to(broker.bootstrapServers());
    }

    @Test
    void a_compacted_topic_says_what_is_missing_before_its_first_row() throws Exception {
        String topic = OddLogs.compacted(broker, 40);
        long end = OddLogs.end(broker, topic);

        ConsumeSession session = read(topic, new StartPosition.Beginning(), IsolationLevel.READ_UNCOMMITTED);
        awaitCovered(0, end);
        assertThat(rows.get(0)).isEqualTo(new OffsetGap(new PartitionId(topic, 0), 0, 34));
        assertThat(records()).isEqualTo(OddLogs.offsets(broker, topic, "read_uncommitted"));
        session.close();

        // Retention or somebody moves the beginning; what is gone then is none of the table's business.
        deleteBefore(topic, 10);
        read(topic, new StartPosition.Beginning(), IsolationLevel.READ_UNCOMMITTED);
        awaitCovered(10, end);
        assertThat(rows.get(0)).isEqualTo(new OffsetGap(new PartitionId(topic, 0), 10, 34));
    }

    @Test
    void what_holds_nothing_behind_the_last_record_is_said_once_the_end_is_reached() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 20);
        OddLogs.transaction(broker, topic, 150, false);

        read(topic, new StartPosition.Beginning(), IsolationLevel.READ_COMMITTED);
        awaitCovered(0, 171);
        assertThat(rows.get(rows.size() - 1)).isEqualTo(new OffsetGap(new PartitionId(topic, 0), 20, 170));

        broker.sendMany(topic, 1, 1);
        awaitCovered(0, 172);
        assertThat(records()).endsWith(171L).hasSize(21);
        assertThat(rows).filteredOn(OffsetGap.class::isInstance).hasSize(1);
    }

    @Test
    void a_start_among_aborted_records_only_is_a_gap_and_no_empty_table() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 20);
        OddLogs.transaction(broker, topic, 150, false);

        read(topic, new StartPosition.AtOffset(100), IsolationLevel.READ_COMMITTED);

        awaitCovered(100, 171);
        assertThat(rows).containsExactly(new OffsetGap(new PartitionId(topic, 0), 100, 170));
    }

    @Test
    void a_seek_begins_with_what_holds_nothing_at_its_place() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 20);
        OddLogs.transaction(broker, topic, 150, false);
        broker.sendMany(topic, 1, 3);
        ConsumeSession session = read(topic, new StartPosition.Beginning(), IsolationLevel.READ_COMMITTED);
        awaitCovered(0, 174);

        session.seek(Map.of(new PartitionId(topic, 0), 90L)).get(60, TimeUnit.SECONDS);

        buffer.beginEpoch(1);
        awaitCovered(90, 174);
        assertThat(rows.get(0)).isEqualTo(new OffsetGap(new PartitionId(topic, 0), 90, 170));
        assertThat(records()).containsExactly(171L, 172L, 173L);
    }

    @Test
    void each_of_several_partitions_is_covered_while_they_are_merged_by_time() {
        String one = broker.newTopic(1);
        String other = broker.newTopic(1);
        for (String topic : List.of(one, other)) {
            OddLogs.transaction(broker, topic, 30, false);
            broker.sendMany(topic, 1, 40);
            OddLogs.transaction(broker, topic, 30, false);
        }

        start(
                new Subscription.Topics(List.of(one, other)),
                new StartPosition.Beginning(),
                IsolationLevel.READ_COMMITTED);

        Await.until("both are covered", SOON, () -> {
            take();
            return covered(row -> row.partition().topic().equals(one)).equals(all(0, 102))
                    && covered(row -> row.partition().topic().equals(other)).equals(all(0, 102));
        });
    }

    private ConsumeSession read(String topic, StartPosition start, IsolationLevel isolation) {
        return start(Subscription.to(topic), start, isolation);
    }

    private ConsumeSession start(Subscription topics, StartPosition start, IsolationLevel isolation) {
        buffer.clear();
        rows.clear();
        take();
        return new KafkaConsumers(connection.context())
                .start(
                        new ConsumeRequest(topics, Set.of(), start, new ConsumerMode.Standalone(), isolation),
                        buffer.open(true));
    }

    /** Waits until the rows have every offset of the range, each once and in order. */
    private void awaitCovered(long from, long end) {
        try {
            Await.until("offsets " + from + " to " + end + " are rows", SOON, () -> {
                take();
                return covered(row -> true).equals(all(from, end));
            });
        } catch (AssertionError never) {
            throw new AssertionError("rows " + rows, never);
        }
    }

    private static List<Long> all(long from, long end) {
        return LongStream.range(from, end).boxed().toList();
    }

    private List<Long> covered(Predicate<LogEntry> which) {
        return rows.stream()
                .filter(which)
                .flatMapToLong(row ->
                        LongStream.rangeClosed(row.offset(), row instanceof OffsetGap gap ? gap.last() : row.offset()))
                .boxed()
                .toList();
    }

    private List<Long> records() {
        return rows.stream()
                .filter(ConsumedRecord.class::isInstance)
                .map(LogEntry::offset)
                .toList();
    }

    private void take() {
        BufferChanges changes = buffer.takeChanges();
        rows.subList(0, Math.min(rows.size(), changes.removed())).clear();
        rows.addAll(changes.appended());
    }

    private void deleteBefore(String topic, long offset) throws Exception {
        broker.admin()
                .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get(60, TimeUnit.SECONDS);
    }
}
