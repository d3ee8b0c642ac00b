package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.kafka.testing.InternalTopics;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches of the topics that Kafka keeps for itself, compared with a bare consumer, on a broker that is quiet. */
class KafkaTopicsSearchIT {

    private static final String TOPIC = "read-by-many";

    private static TestBroker broker;

    private InternalTopics internal;
    private TestConnection connection;

    @BeforeAll
    static void fill() {
        broker = TestBroker.start();
        broker.createTopic(TOPIC, 1, Map.of());
        broker.sendMany(TOPIC, 1, 20);
        for (String group : List.of("readers-a", "readers-b")) {
            Map<String, Object> config = Map.of(
                    "bootstrap.servers", broker.bootstrapServers(), "group.id", group, "auto.offset.reset", "earliest");
            try (KafkaConsumer<byte[], byte[]> member =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                member.subscribe(List.of(TOPIC));
                int read = 0;
                while (read < 20) {
                    read += member.poll(Duration.ofMillis(200)).count();
                }
                member.commitSync();
            }
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "searched"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused =
                    producer.send(new ProducerRecord<>(TOPIC, "in a transaction".getBytes(StandardCharsets.UTF_8)));
            producer.commitTransaction();
        }
        share();
    }

    private static void share() {
        try (KafkaShareConsumer<byte[], byte[]> member = new KafkaShareConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "sharers"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            member.subscribe(List.of(TOPIC));
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            int read = 0;
            int sent = 0;
            while (read == 0 && System.nanoTime() < until) {
                broker.send(TOPIC, 0, null, ("shared " + sent++).getBytes(StandardCharsets.UTF_8));
                read = member.poll(Duration.ofMillis(500)).count();
            }
            assertThat(read).as("records that a share group got").isPositive();
            member.commitSync(Duration.ofSeconds(10));
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(broker.bootstrapServers());
        internal = new InternalTopics(broker.bootstrapServers());
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private List<ConsumedRecord> search(String topic, String filter) throws Exception {
        FilterResult compiled = new FilterLanguage(
                        new FilterContext(Clock.systemUTC(), record -> false, null, internal.reader()))
                .compile(filter);
        assertThat(compiled).as(filter).isInstanceOf(FilterResult.Compiled.class);
        SearchSession session = new KafkaSearches(connection.context())
                .start(new SearchRequest(
                        SearchScope.whole(topic), (FilterResult.Compiled) compiled, SearchLimit.DEFAULT, false));
        var certificate = session.certificate().get(60, TimeUnit.SECONDS);
        List<ConsumedRecord> matches = new ArrayList<>(session.takeMatches());
        List<ConsumerRecord<byte[], byte[]>> bare = internal.records(topic);
        var totals = certificate.totals();
        assertThat(totals.read()).as("read of %s", topic).isEqualTo(bare.size());
        assertThat(totals.undecided())
                .as("undecided of %s by %s", topic, filter)
                .isZero();
        assertThat(totals.unread() + totals.deleted()).isZero();
        assertThat(totals.read() + totals.absent()).isEqualTo(totals.offsets());
        assertThat(totals.matched()).isEqualTo(matches.size());
        return matches;
    }

    /** Returns how many records have the text in what their key or value reads as. */
    private long counted(String topic, RecordPart part, String wanted) throws Exception {
        return search(topic, "").stream()
                .filter(record -> internal.text(record, part).contains(wanted))
                .count();
    }

    @Test
    void offsets_of_groups_are_found_by_text_key_and_field() throws Exception {
        String topic = "__consumer_offsets";
        long ofGroup = counted(topic, RecordPart.KEY, "readers-a");

        assertThat(ofGroup).isPositive();
        assertThat(search(topic, "key:readers-a")).hasSize((int) ofGroup);
        assertThat(search(topic, "readers-a")).hasSizeGreaterThanOrEqualTo((int) ofGroup);
        assertThat(search(topic, "key:readers-a value.value.offset=20")).isNotEmpty();
        assertThat(search(topic, "nobody-reads-this")).isEmpty();
    }

    @Test
    void transactions_are_found_by_text_key_and_field() throws Exception {
        String topic = "__transaction_state";
        long all = counted(topic, RecordPart.KEY, "searched");

        assertThat(all).isPositive();
        assertThat(search(topic, "key:searched")).hasSize((int) all);
        assertThat(search(topic, "searched")).hasSizeGreaterThanOrEqualTo((int) all);
        assertThat(search(topic, "value.value.producerEpoch>=0")).isNotEmpty();
    }

    @Test
    void the_state_of_share_groups_is_found_by_text_key_and_field() throws Exception {
        String topic = "__share_group_state";
        long all = counted(topic, RecordPart.KEY, "sharers");

        assertThat(all).isPositive();
        assertThat(search(topic, "key:sharers")).hasSize((int) all);
        assertThat(search(topic, "sharers")).hasSizeGreaterThanOrEqualTo((int) all);
        assertThat(search(topic, "value.value.stateEpoch>=0")).isNotEmpty();
    }
}
