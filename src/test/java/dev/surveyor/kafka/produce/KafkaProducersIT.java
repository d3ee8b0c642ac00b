package dev.surveyor.kafka.produce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked
@ExtendWith(SandboxBroker.class)
class KafkaProducersIT {

    private final ThreadFactory threads = task -> {
        Thread thread = new Thread(task, "test-producer");
        thread.setDaemon(true);
        return thread;
    };
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);
    private final List<ProduceSession> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ProduceSession::close);
        timer.shutdownNow();
    }

    @Test
    void key_value_and_headers_arrive_byte_for_byte(TestBroker broker) throws Exception {
        String topic = broker.newTopic(2);
        List<RecordHeader> headers = List.of(
                RecordHeader.text("trace", "a"),
                new RecordHeader("debug", null),
                new RecordHeader("note", new byte[0]),
                new RecordHeader("bin", new byte[] {0, -1, -128, 127}),
                RecordHeader.text("trace", "b"),
                RecordHeader.text("", "no name"));
        Instant time = Instant.ofEpochMilli(1_700_000_000_123L);
        byte[] value = {1, 0, -1, 10, 13};
        OutgoingRecord record = new OutgoingRecord(topic, 1, new byte[] {0, 1}, value, headers, time, "tag");

        PartitionOffset place = place(send(open(broker, ProducerSettings.DEFAULT), record));
        ConsumerRecord<byte[], byte[]> arrived = read(broker, topic, 1).get((int) place.offset());

        assertThat(place.partition().partition()).isEqualTo(1);
        assertThat(arrived.key()).isEqualTo(new byte[] {0, 1});
        assertThat(arrived.value()).isEqualTo(value);
        assertThat(arrived.timestamp()).isEqualTo(time.toEpochMilli());
        List<RecordHeader> back = new ArrayList<>();
        for (Header header : arrived.headers()) {
            back.add(new RecordHeader(header.key(), header.value()));
        }
        assertThat(back).isEqualTo(headers);
    }

    @Test
    void null_and_empty_keys_and_values_stay_apart(TestBroker broker) throws Exception {
        String topic = broker.newTopic(1);
        ProduceSession session = open(broker, ProducerSettings.DEFAULT);
        send(session, record(topic, null, null));
        send(session, record(topic, new byte[0], new byte[0]));

        List<ConsumerRecord<byte[], byte[]>> arrived = read(broker, topic, 0);
        assertThat(arrived.get(0).key()).isNull();
        assertThat(arrived.get(0).value()).isNull();
        assertThat(arrived.get(1).key()).isEqualTo(new byte[0]);
        assertThat(arrived.get(1).value()).isEqualTo(new byte[0]);
    }

    @ParameterizedTest
    @EnumSource(Acks.class)
    void every_acks_is_reported_as_what_it_can_know(Acks acks, TestBroker broker) throws Exception {
        String topic = broker.newTopic(1);
        Delivery delivery = send(
                open(broker, settings(acks, Compression.NONE, Duration.ofSeconds(6))), record(topic, null, bytes("v")));

        assertThat(delivery.place()).hasToString(topic + (acks == Acks.NONE ? "[0]@unset" : "[0]@0"));
        assertThat(delivery.state())
                .isInstanceOf(acks == Acks.NONE ? DeliveryState.Unanswered.class : DeliveryState.Acknowledged.class);
        assertThat(read(broker, topic, 0)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void every_compression_arrives(Compression compression, TestBroker broker) throws Exception {
        String topic = broker.newTopic(1);
        String text = "the same again and again. ".repeat(500);
        send(open(broker, settings(Acks.ALL, compression, Duration.ofSeconds(6))), record(topic, null, bytes(text)));

        assertThat(read(broker, topic, 0).get(0).value()).isEqualTo(bytes(text));
    }

    @Test
    void the_predicted_partition_is_the_one_that_is_chosen(TestBroker broker) throws Exception {
        String topic = broker.newTopic(6);
        KafkaProducers producers = producers(broker.bootstrapServers());
        ProduceSession session = open(producers, ProducerSettings.DEFAULT);
        for (String key : List.of("", "a", "cust-42", "Zürich", "another key")) {
            PartitionOffset place = place(send(session, record(topic, bytes(key), bytes("v"))));
            assertThat(producers.partitionForKey(bytes(key), 6))
                    .as("key '%s'", key)
                    .isEqualTo(place.partition().partition());
        }
    }

    @Test
    void a_value_over_the_limit_of_the_topic_fails_and_names_the_limit(TestBroker broker) throws Exception {
        String topic = broker.newTopic(1);
        DeliveryState.Failed failed =
                failure(send(open(broker, ProducerSettings.DEFAULT), record(topic, null, new byte[20 * 1024 * 1024])));

        assertThat(failed.failure().what()).contains("too large");
        assertThat(failed.failure().report()).contains("max.message.bytes").contains("max.request.size");
    }

    @Test
    void a_large_value_arrives_where_the_topic_allows_it(TestBroker broker) throws Exception {
        String topic = TestBroker.uniqueName("large");
        broker.createTopic(topic, 1, Map.of("max.message.bytes", "33554432"));
        Delivery delivery =
                send(open(broker, ProducerSettings.DEFAULT), record(topic, null, new byte[20 * 1024 * 1024]));

        assertThat(place(delivery).offset()).isZero();
    }

    @Test
    void a_negative_timestamp_and_a_partition_that_is_not_there_fail_with_a_reason(TestBroker broker) throws Exception {
        String topic = broker.newTopic(1);
        ProduceSession session = open(broker, ProducerSettings.DEFAULT);
        DeliveryState.Failed early = failure(
                send(session, new OutgoingRecord(topic, 0, null, null, List.of(), Instant.ofEpochMilli(-5), null)));
        DeliveryState.Failed nowhere =
                failure(send(session, new OutgoingRecord(topic, 7, null, null, List.of(), null, null)));

        assertThat(early.failure().report()).contains("timestamp");
        assertThat(nowhere.failure().report()).contains(topic);
    }

    @Test
    void a_dead_broker_fails_the_delivery_after_its_time_and_flush_says_what_is_left() throws Exception {
        try (TestBroker own = TestBroker.start()) {
            String topic = own.newTopic(1);
            ProduceSession session = open(
                    producers(own.bootstrapServers()), settings(Acks.ALL, Compression.NONE, Duration.ofSeconds(4)));
            place(send(session, record(topic, null, bytes("before"))));
            own.kill();

            long start = System.nanoTime();
            CompletableFuture<Delivery> last = new CompletableFuture<>();
            session.send(record(topic, null, bytes("after")), ReportRoute.OWN_PANEL, delivery -> {
                if (delivery.state() instanceof DeliveryState.Failed) {
                    last.complete(delivery);
                }
            });
            List<Delivery> left = session.flush(Duration.ofMillis(500)).get(60, TimeUnit.SECONDS);
            assertThat(left).hasSize(1);
            assertThat(session.counts().inFlight() + session.counts().queued()).isEqualTo(1);

            DeliveryState.Failed failed = failure(last.get(60, TimeUnit.SECONDS));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(9));
            assertThat(failed.failure().remedies()).isNotEmpty();
            assertThat(session.flush(Duration.ofSeconds(1)).get(60, TimeUnit.SECONDS))
                    .isEmpty();
        }
    }

    @Test
    void a_burst_adds_up_and_closing_delivers_what_is_queued(TestBroker broker) throws Exception {
        String topic = broker.newTopic(3);
        ProduceSession session = open(broker, ProducerSettings.DEFAULT);
        for (int i = 0; i < 5_000; i++) {
            session.send(record(topic, bytes("k" + i), bytes("v" + i)), ReportRoute.OWN_PANEL, delivery -> {});
        }
        session.close(Duration.ofSeconds(20)).get(30, TimeUnit.SECONDS);

        assertThat(session.counts()).isEqualTo(new ProduceSession.Counts(5_000, 0, 0, 5_000, 0, 0));
    }

    private ProduceSession open(TestBroker broker, ProducerSettings settings) {
        return open(producers(broker.bootstrapServers()), settings);
    }

    private ProduceSession open(KafkaProducers producers, ProducerSettings settings) {
        ProduceSession session = producers.open(settings);
        opened.add(session);
        return session;
    }

    private KafkaProducers producers(String servers) {
        return new KafkaProducers(TestContext.of(servers, new EventStream(100), threads, timer));
    }

    private static ProducerSettings settings(Acks acks, Compression compression, Duration deliveryTimeout) {
        return new ProducerSettings(acks, compression, acks == Acks.ALL, Duration.ZERO, 16_384, deliveryTimeout);
    }

    private static Delivery send(ProduceSession session, OutgoingRecord record) throws Exception {
        CompletableFuture<Delivery> done = new CompletableFuture<>();
        session.send(record, ReportRoute.OWN_PANEL, delivery -> {
            if (!(delivery.state() instanceof DeliveryState.Queued
                    || delivery.state() instanceof DeliveryState.InFlight)) {
                done.complete(delivery);
            }
        });
        return done.get(30, TimeUnit.SECONDS);
    }

    private static PartitionOffset place(Delivery delivery) {
        assertThat(delivery.state()).isInstanceOf(DeliveryState.Acknowledged.class);
        return ((DeliveryState.Acknowledged) delivery.state()).place();
    }

    private static DeliveryState.Failed failure(Delivery delivery) {
        assertThat(delivery.state()).isInstanceOf(DeliveryState.Failed.class);
        return (DeliveryState.Failed) delivery.state();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(TestBroker broker, String topic, int partition) {
        TopicPartition from = new TopicPartition(topic, partition);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(from));
            consumer.seekToBeginning(List.of(from));
            long end = consumer.endOffsets(List.of(from)).get(from);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (consumer.position(from) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
            return all;
        }
    }

    private static OutgoingRecord record(String topic, byte[] key, byte[] value) {
        return new OutgoingRecord(topic, null, key, value, List.of(), null, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
