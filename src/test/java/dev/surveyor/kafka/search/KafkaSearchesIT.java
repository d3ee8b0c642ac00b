package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxBroker.class)
class KafkaSearchesIT {

    private final TestBroker broker;
    private final HeldFilter held = new HeldFilter(1_000);
    private TestConnection connection;
    private SearchRun run;

    KafkaSearchesIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(broker.bootstrapServers());
        run = new SearchRun(connection);
    }

    @AfterEach
    void disconnect() {
        held.letGo();
        connection.close();
    }

    @Test
    void every_offset_of_every_partition_is_accounted_for() {
        String topic = broker.newTopic(3);
        broker.sendMany(topic, 3, 1_000);

        SearchRun.Found found = run.all(topic, "value=/value-.*7/");

        assertThat(found.certificate().end()).isEqualTo(SearchEnd.COMPLETE);
        assertThat(found.values()).hasSize(100).allMatch(value -> value.endsWith("7"));
        assertThat(found.certificate().totals()).isEqualTo(totals(1_000, 1_000, 0, 0, 100));
        assertThat(found.certificate().partitions())
                .extracting(PartitionTally::to)
                .containsExactly(334L, 333L, 333L);
        assertThat(found.certificate().clusterId()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
    void all_parts_are_seen_as_they_were_sent_whatever_the_compression(String compression) {
        String topic = broker.newTopic(1);
        send(topic, compression);

        List<ConsumedRecord> all = run.all(topic, "").records();
        assertThat(all).hasSize(7);
        SearchRun.assertSameAsBareConsumer(broker, topic, all);
        assertThat(run.all(topic, "header.retry=9").offsets()).containsExactly(0L);
        assertThat(run.all(topic, "header.retry:null").offsets()).containsExactly(1L);
        assertThat(run.all(topic, "header.only-header").offsets()).containsExactly(2L, 3L);
        assertThat(run.all(topic, "\"größe\"").offsets()).containsExactly(0L);
        assertThat(run.all(topic, "key:null && value:null").offsets()).containsExactly(3L);
        assertThat(run.all(topic, "is:tombstone").offsets()).containsExactly(2L);
        assertThat(run.all(topic, "key:empty").offsets()).containsExactly(4L);
        assertThat(run.all(topic, "\"keyval\"").offsets())
                .as("never across two parts")
                .isEmpty();
        assertThat(run.all(topic, "size=6 && key=key").offsets()).containsExactly(5L);
    }

    private void send(String topic, String compression) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "compression.type",
                        compression,
                        "linger.ms",
                        50),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            RecordHeader nine = new RecordHeader("retry", utf8("9"));
            for (ProducerRecord<byte[], byte[]> one : List.of(
                    record(topic, utf8("k"), utf8("{\"größe\":1}"), nine, new RecordHeader("retry", utf8("0"))),
                    record(topic, null, utf8("v"), new RecordHeader("retry", null), new RecordHeader("", new byte[0])),
                    record(topic, utf8("k"), null, new RecordHeader("only-header", new byte[300])),
                    record(topic, null, null, new RecordHeader("only-header", utf8("x"))),
                    record(topic, new byte[0], new byte[0]),
                    record(topic, utf8("key"), utf8("val")),
                    record(topic, new byte[200], new byte[20_000]))) {
                var unused = producer.send(one);
            }
            producer.flush();
        }
    }

    @Test
    void a_range_of_offsets_is_read_and_nothing_beside_it() {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 200);

        SearchRun.Found found = run.in(
                new SearchScope(topic, Set.of(1), new SearchRange.Offsets(40, 1_000), IsolationLevel.READ_UNCOMMITTED),
                "offset:..59");

        assertThat(found.offsets()).hasSize(20).startsWith(40L).endsWith(59L);
        PartitionTally only = found.certificate().partitions().get(0);
        assertThat(found.certificate().partitions()).hasSize(1);
        assertThat(only.from()).isEqualTo(40);
        assertThat(only.to()).as("the filter leaves no more").isEqualTo(60);
        assertThat(only.read()).isEqualTo(20);
    }

    @Test
    void a_time_window_finds_records_that_are_out_of_order_too() {
        String topic = broker.newTopic(1);
        // What is older than a week the broker deletes when it comes to it.
        long start = System.currentTimeMillis() - 60_000;
        for (long time : new long[] {1_000, 5_000, 2_000, 9_000, 3_000, 500}) {
            broker.send(new ProducerRecord<>(topic, 0, start + time, null, utf8("at-" + time)));
        }
        SearchRange window =
                new SearchRange.Times(Instant.ofEpochMilli(start + 2_000), Instant.ofEpochMilli(start + 5_000));

        SearchRun.Found found = run.in(new SearchScope(topic, Set.of(), window, IsolationLevel.READ_UNCOMMITTED), "");

        assertThat(found.values()).containsExactly("at-5000", "at-2000", "at-3000");
        assertThat(found.certificate().partitions().get(0).from()).isEqualTo(1);
        assertThat(found.certificate().end()).isEqualTo(SearchEnd.COMPLETE);
    }

    @Test
    void an_empty_topic_is_searched_in_a_moment() {
        SearchRun.Found found = run.all(broker.newTopic(4), "anything");

        assertThat(found.certificate().end()).isEqualTo(SearchEnd.COMPLETE);
        assertThat(found.certificate().totals()).isEqualTo(totals(0, 0, 0, 0, 0));
        assertThat(found.certificate().partitions()).hasSize(4);
    }

    @Test
    void transactions_are_right_at_both_isolation_levels() {
        String topic = broker.newTopic(1);
        try (KafkaProducer<byte[], byte[]> producer = transactional()) {
            transaction(producer, topic, "committed", true);
            transaction(producer, topic, "aborted", false);
            broker.awaitMarkers(topic, 1);
            SearchRun.Found uncommitted = run.all(topic, "ed-");
            SearchRun.Found committed = run.committed(topic, "ed-");
            assertThat(uncommitted.certificate().totals()).isEqualTo(totals(8, 6, 2, 0, 6));
            assertThat(committed.certificate().totals()).isEqualTo(totals(8, 3, 5, 0, 3));
            assertThat(committed.values()).containsExactly("committed-0", "committed-1", "committed-2");

            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>(topic, 0, null, utf8("opened-0")));
            producer.flush();
            broker.send(topic, 0, null, utf8("passed-by"));
            SearchRun.Found open = run.committed(topic, "ed-");
            assertThat(open.certificate().end()).isEqualTo(SearchEnd.COMPLETE);
            assertThat(open.certificate().totals()).isEqualTo(totals(8, 3, 5, 0, 3));
            assertThat(open.certificate().partitions().get(0).beyondStable()).isEqualTo(2);
            assertThat(run.all(topic, "ed-").certificate().totals()).isEqualTo(totals(10, 8, 2, 0, 8));
            producer.abortTransaction();
        }
    }

    @Test
    void a_compacted_topic_says_how_many_offsets_hold_nothing() {
        String topic = TestBroker.uniqueName("compacted");
        broker.createTopic(
                topic,
                1,
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.01",
                        "max.compaction.lag.ms", "100",
                        "delete.retention.ms", "60000"));
        for (int i = 0; i < 60; i++) {
            broker.send(topic, 0, utf8("key-" + i % 3), utf8("value-" + i));
        }
        Await.until("the cleaner has run", Duration.ofSeconds(90), () -> {
            broker.send(topic, 0, utf8("other"), utf8("so that the segment rolls"));
            return SearchRun.bareOffsets(broker, topic).size() < 50;
        });

        List<Long> bare = SearchRun.bareOffsets(broker, topic);
        SearchRun.Found found = run.all(topic, "");
        // The cleaner goes on when it likes; what was the same before and after was the same meanwhile.
        for (List<Long> after = SearchRun.bareOffsets(broker, topic); !after.equals(bare); ) {
            bare = after;
            found = run.all(topic, "");
            after = SearchRun.bareOffsets(broker, topic);
        }

        assertThat(found.offsets()).isEqualTo(bare);
        SearchTotals totals = found.certificate().totals();
        assertThat(totals.read()).isEqualTo(bare.size());
        assertThat(totals.absent()).isEqualTo(totals.offsets() - bare.size()).isPositive();
        assertThat(totals.unread()).isZero();
    }

    @Test
    void what_is_deleted_ahead_of_the_reader_is_named() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 300_000);
        SearchSession session = run.startHeld(topic, held, SearchLimit.DEFAULT);

        broker.admin()
                .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(299_000)))
                .all()
                .get(30, TimeUnit.SECONDS);
        held.letGo();
        SearchCertificate certificate = session.certificate().get(60, TimeUnit.SECONDS);

        assertThat(certificate.end()).isEqualTo(SearchEnd.COMPLETE);
        PartitionTally tally = certificate.partitions().get(0);
        assertThat(tally.deleted()).isPositive();
        assertThat(tally.deletedRanges().get(0).last()).isEqualTo(298_999);
        assertThat(tally.read() + tally.deleted()).isEqualTo(300_000);
        assertThat(tally.absent()).isZero();
    }

    @Test
    void cancelling_keeps_what_was_found_and_says_how_far_it_came() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 200_000);
        SearchSession session = run.startHeld(topic, held, SearchLimit.DEFAULT);

        session.cancel();
        held.letGo();
        SearchCertificate certificate = session.certificate().get(30, TimeUnit.SECONDS);

        assertThat(certificate.end()).isEqualTo(SearchEnd.CANCELLED);
        assertThat(session.takeMatches()).hasSize((int) certificate.kept()).hasSizeLessThanOrEqualTo((int)
                certificate.totals().matched());
        assertThat(certificate.totals().unread()).isPositive();
        assertThat(certificate.totals().absent()).isZero();
        assertThat(session.progress().phase()).isEqualTo(SearchPhase.ENDED);
    }

    @Test
    void matches_past_the_limit_are_counted_and_not_kept() {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 500);

        SearchRun.Found found =
                run.run(SearchScope.whole(topic), "value", new SearchLimit(20, 1_000_000, false), false);

        assertThat(found.records()).hasSize(20);
        assertThat(found.certificate().kept()).isEqualTo(20);
        assertThat(found.certificate().matchesLeftOut()).isEqualTo(480);
        assertThat(found.certificate().end()).isEqualTo(SearchEnd.COMPLETE);
    }

    @Test
    void a_search_that_stops_at_its_limit_says_what_it_did_not_read() {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 500);

        SearchRun.Found found = run.run(SearchScope.whole(topic), "value", new SearchLimit(20, 1_000_000, true), false);

        assertThat(found.certificate().end()).isEqualTo(SearchEnd.LIMIT_REACHED);
        assertThat(found.certificate().totals()).isEqualTo(totals(500, 20, 0, 480, 20));
    }

    @Test
    void an_exact_key_may_be_looked_for_in_its_own_partition_alone() {
        String topic = broker.newTopic(5);
        for (int i = 0; i < 50; i++) {
            broker.send(topic, utf8("key-" + i), utf8("value-" + i));
        }
        int elsewhere = (broker.send(topic, utf8("key-7"), utf8("home")).partition() + 1) % 5;
        broker.send(topic, elsewhere, utf8("key-7"), utf8("astray"));

        SearchRun.Found home = run.run(SearchScope.whole(topic), "key=key-7", SearchLimit.DEFAULT, true);
        SearchRun.Found everywhere = run.all(topic, "key=key-7");

        assertThat(home.values()).containsExactly("value-7", "home");
        assertThat(home.certificate().partitions()).hasSize(1);
        assertThat(home.certificate().leftOut()).hasSize(4).allMatch(each -> each.reason() == LeftOut.Reason.KEY);
        assertThat(everywhere.values()).containsExactlyInAnyOrder("value-7", "home", "astray");
    }

    @Test
    void records_that_cannot_be_decoded_are_counted_with_their_first_offsets() {
        String topic = broker.newTopic(1);
        broker.send(topic, 0, null, utf8("{\"a\":1}"));
        broker.send(topic, 0, null, utf8("not json"));
        broker.send(topic, 0, null, utf8("{\"a\":2}"));

        PartitionTally tally =
                run.all(topic, "value.a=2").certificate().partitions().get(0);

        assertThat(tally.matched()).isEqualTo(1);
        assertThat(tally.undecided()).isEqualTo(1);
        assertThat(tally.firstUndecided()).containsExactly(1L);
    }

    @Test
    void a_topic_that_does_not_exist_fails_in_words() {
        SearchCertificate certificate = run.all("nowhere", "x").certificate();

        assertThat(certificate.end()).isEqualTo(SearchEnd.FAILED);
        assertThat(Objects.requireNonNull(certificate.failure()).what())
                .contains("does not exist")
                .contains("searching nowhere");
    }

    @Test
    void a_topic_that_is_deleted_meanwhile_fails_in_words_and_keeps_what_was_found() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 300_000);
        SearchSession session = run.startHeld(topic, held, SearchLimit.DEFAULT);

        broker.admin().deleteTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        held.letGo();
        SearchCertificate certificate = session.certificate().get(90, TimeUnit.SECONDS);

        assertThat(certificate.end()).isEqualTo(SearchEnd.FAILED);
        assertThat(Objects.requireNonNull(certificate.failure()).what()).contains("does not exist");
        assertThat(session.takeMatches()).isNotEmpty();
        assertThat(certificate.totals().unread()).isPositive();
    }

    private KafkaProducer<byte[], byte[]> transactional() {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "transactional.id", TestBroker.uniqueName("transaction")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static void transaction(KafkaProducer<byte[], byte[]> producer, String topic, String name, boolean commit) {
        producer.beginTransaction();
        for (int i = 0; i < 3; i++) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, null, utf8(name + "-" + i)));
        }
        producer.flush();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private static SearchTotals totals(long offsets, long read, long absent, long unread, long matched) {
        return new SearchTotals(offsets, read, absent, 0, unread, matched, 0, 0);
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, byte @Nullable [] key, byte @Nullable [] value, RecordHeader... headers) {
        return new ProducerRecord<>(topic, 0, key, value, List.of(headers));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
