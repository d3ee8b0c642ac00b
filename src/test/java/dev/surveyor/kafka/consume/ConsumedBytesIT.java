package dev.surveyor.kafka.consume;

import static dev.surveyor.kafka.consume.ConsumerRig.awaitPhase;
import static dev.surveyor.kafka.consume.ConsumerRig.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What arrives is what was sent. */
@ExtendWith(SandboxBroker.class)
class ConsumedBytesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;

    @AutoClose
    private final ConsumerRig rig;

    ConsumedBytesIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @Test
    void headers_arrive_byte_for_byte_null_empty_and_repeated() {
        String topic = broker.newTopic(1);
        byte[] binary = {0, -1, 10, 13, (byte) 0x80};
        broker.send(
                topic,
                0,
                null,
                bytes("v"),
                new RecordHeader("a", bytes("1")),
                new RecordHeader("a", bytes("2")),
                new RecordHeader("null", (byte[]) null),
                new RecordHeader("empty", new byte[0]),
                new RecordHeader("", binary));

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        rig.awaitRecords(1);

        ConsumedRecord record = rig.sink().records().get(0);
        assertThat(record.key()).isNull();
        assertThat(record.headers().subList(0, 4))
                .extracting(Object::toString)
                .containsExactly("a=\"1\"", "a=\"2\"", "null=nil", "empty=<empty>");
        assertThat(record.headers().get(4).value()).isEqualTo(binary);
    }

    @Test
    void what_kcat_sends_arrives_byte_for_byte_within_half_a_second() throws Exception {
        assumeTrue(isInstalled("kcat"), "kcat is not installed, so there is no independent producer");
        String topic = broker.newTopic(1);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        Process kcat = new ProcessBuilder(
                        "kcat",
                        "-P",
                        "-b",
                        broker.bootstrapServers(),
                        "-t",
                        topic,
                        "-p",
                        "0",
                        "-k",
                        "schlüssel",
                        "-H",
                        "a=1",
                        "-H",
                        "a=2",
                        "-H",
                        "empty=")
                .redirectErrorStream(true)
                .start();
        try (var in = kcat.getOutputStream()) {
            in.write(bytes("grün \u0001 ☃"));
        }
        assertThat(kcat.waitFor()).isZero();

        Await.until(
                "the record is there", Duration.ofMillis(500), () -> rig.sink().count() == 1);
        ConsumedRecord record = rig.sink().records().get(0);
        assertThat(record.key()).isEqualTo(bytes("schlüssel"));
        assertThat(record.value()).isEqualTo(bytes("grün \u0001 ☃"));
        assertThat(record.headers())
                .extracting(Object::toString)
                .containsExactly("a=\"1\"", "a=\"2\"", "empty=<empty>");
    }

    @Test
    void a_transaction_that_was_aborted_is_left_out_when_only_committed_records_are_wanted() {
        String topic = broker.newTopic(1);
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "transactional.id", TestBroker.uniqueName("transaction")),
                new org.apache.kafka.common.serialization.ByteArraySerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var aborted = producer.send(new ProducerRecord<>(topic, 0, null, bytes("aborted")));
            producer.flush();
            assertThat(aborted).isDone();
            producer.abortTransaction();
            producer.beginTransaction();
            var committed = producer.send(new ProducerRecord<>(topic, 0, null, bytes("committed")));
            producer.commitTransaction();
            assertThat(committed).isDone();
        }

        ConsumeSession session = rig.start(new ConsumeRequest(
                Subscription.to(topic),
                Set.of(),
                new StartPosition.Beginning(),
                new ConsumerMode.Standalone(),
                IsolationLevel.READ_COMMITTED));

        rig.awaitRecords(1);
        assertThat(rig.sink().values()).containsExactly("committed");
        Await.until("the lag is none", SOON, () -> session.status().lag().orElse(-1) == 0);
    }

    @Test
    void a_tombstone_is_not_an_empty_value() {
        String topic = broker.newTopic(1);
        broker.send(topic, 0, bytes("k"), null);
        broker.send(topic, 0, new byte[0], new byte[0]);

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        rig.awaitRecords(2);

        assertThat(rig.sink().records().get(0).value()).isNull();
        assertThat(rig.sink().records().get(0).key()).isEqualTo(bytes("k"));
        assertThat(rig.sink().records().get(1).value()).isEmpty();
        assertThat(rig.sink().records().get(1).key()).isEmpty();
    }

    @Test
    void a_value_of_20_megabytes_arrives_whole() {
        String topic = TestBroker.uniqueName("large");
        broker.createTopic(topic, 1, Map.of("max.message.bytes", "30000000"));
        byte[] large = new byte[20 * 1024 * 1024];
        new java.util.Random(1).nextBytes(large);
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "max.request.size",
                        30_000_000,
                        "buffer.memory",
                        64_000_000L),
                new org.apache.kafka.common.serialization.ByteArraySerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, null, large));
            producer.flush();
        }

        rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        rig.awaitRecords(1);

        assertThat(Arrays.equals(rig.sink().records().get(0).value(), large)).isTrue();
    }

    private static boolean isInstalled(String program) {
        return java.util.stream.Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(folder, program)));
    }
}
