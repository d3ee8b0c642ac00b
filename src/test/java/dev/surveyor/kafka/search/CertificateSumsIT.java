package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The numbers of a certificate against a log that is known offset by offset. Each of three partitions has ten records
 * (0-9), a committed transaction of three (10-12) with its marker (13), an aborted one of four (14-17) with its marker
 * (18), and six records (19-24), each a second later than the one before.
 */
@ExtendWith(SandboxBroker.class)
class CertificateSumsIT {

    /** Recent: what is older than a week the broker deletes when it comes to it. */
    private static final long START = System.currentTimeMillis() - 60_000;

    private static final SearchLimit MANY = SearchLimit.DEFAULT;

    private final TestBroker broker;
    private TestConnection connection;
    private SearchRun run;
    private String topic = "";

    CertificateSumsIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(broker.bootstrapServers());
        run = new SearchRun(connection);
        topic = broker.newTopic(3);
        fill();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void a_range_of_offsets_in_some_partitions() {
        for (boolean committed : List.of(true, false)) {
            SearchRun.Found found = search(Set.of(0, 2), new SearchRange.Offsets(5, 22), committed, "", MANY);

            assertThat(found.certificate().end()).isEqualTo(SearchEnd.COMPLETE);
            assertThat(found.certificate().partitions())
                    .hasSize(2)
                    .allSatisfy(each -> assertTally(each, 5, 22, committed ? 11 : 15, committed ? 6 : 2, 0));
        }
    }

    @Test
    void a_time_window_reads_from_its_first_record_to_the_end() {
        SearchRange window =
                new SearchRange.Times(Instant.ofEpochMilli(START + 3_000), Instant.ofEpochMilli(START + 7_000));

        SearchRun.Found found = search(Set.of(1), window, true, "", MANY);

        assertThat(found.offsets()).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertTally(found.certificate().partitions().get(0), 3, 25, 16, 6, 0);
    }

    @Test
    void a_search_that_stops_at_its_limit_counts_what_it_passed_and_no_more() {
        assertTally(limited(4), 0, 25, 4, 0, 21);
        // The fourteenth record lies behind the markers and the aborted transaction.
        assertTally(limited(14), 0, 25, 14, 6, 5);
    }

    private PartitionTally limited(int records) {
        SearchRun.Found found =
                search(Set.of(1), new SearchRange.Whole(), true, "", new SearchLimit(records, 1_000_000, true));
        assertThat(found.certificate().end()).isEqualTo(SearchEnd.LIMIT_REACHED);
        assertThat(found.records()).hasSize(records);
        assertThat(found.certificate().matchesLeftOut()).isZero();
        return found.certificate().partitions().get(0);
    }

    @Test
    void matches_and_undecided_records_are_among_those_that_were_read() {
        broker.send(topic, 0, null, "{\"status\":\"pa".getBytes(StandardCharsets.UTF_8));
        SearchRun.Found found = search(Set.of(0), new SearchRange.Whole(), false, "value.status=paid", MANY);

        PartitionTally tally = found.certificate().partitions().get(0);
        assertTally(tally, 0, 26, 24, 2, 0);
        assertThat(tally.matched()).isZero();
        assertThat(tally.undecided()).as("none of them is JSON").isEqualTo(24);
        assertThat(tally.firstUndecided()).startsWith(0L, 1L, 2L).doesNotContain(13L, 18L);
    }

    private static void assertTally(PartitionTally tally, long from, long to, long read, long absent, long unread) {
        assertThat(List.of(tally.from(), tally.to(), tally.read(), tally.absent(), tally.deleted(), tally.unread()))
                .as("from, to, read, absent, deleted, unread of %s", tally.id())
                .containsExactly(from, to, read, absent, 0L, unread);
    }

    private SearchRun.Found search(
            Set<Integer> partitions, SearchRange range, boolean committed, String filter, SearchLimit limit) {
        IsolationLevel isolation = committed ? IsolationLevel.READ_COMMITTED : IsolationLevel.READ_UNCOMMITTED;
        return run.run(new SearchScope(topic, partitions, range, isolation), filter, limit, false);
    }

    private void fill() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "transactional.id", TestBroker.uniqueName("transaction"));
        for (int partition = 0; partition < 3; partition++) {
            sendPlain(partition, 0, 10);
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            sendAll(producer, 10, 13);
            producer.commitTransaction();
            producer.beginTransaction();
            sendAll(producer, 14, 18);
            producer.flush();
            producer.abortTransaction();
        }
        broker.awaitMarkers(topic, 3);
        for (int partition = 0; partition < 3; partition++) {
            sendPlain(partition, 19, 25);
        }
    }

    private void sendAll(KafkaProducer<byte[], byte[]> producer, int from, int to) {
        for (int partition = 0; partition < 3; partition++) {
            for (int offset = from; offset < to; offset++) {
                var unused = producer.send(record(partition, offset));
            }
        }
    }

    private void sendPlain(int partition, int from, int to) {
        for (int offset = from; offset < to; offset++) {
            broker.send(record(partition, offset));
        }
    }

    private ProducerRecord<byte[], byte[]> record(int partition, int offset) {
        byte[] value = ("value " + offset).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, partition, START + offset * 1_000L, null, value);
    }
}
