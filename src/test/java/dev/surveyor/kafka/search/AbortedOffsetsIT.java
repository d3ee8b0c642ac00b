package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.AbortedOffsets;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Committed, aborted and open transactions of a real broker. */
@ExtendWith(SandboxBroker.class)
class AbortedOffsetsIT {

    private final TestBroker broker;

    @AutoClose
    private final TestConnection connection;

    AbortedOffsetsIT(TestBroker broker) {
        this.broker = broker;
        connection = TestConnection.to(broker.bootstrapServers());
    }

    @Test
    void each_offset_is_committed_aborted_or_not_decided() throws Exception {
        String topic = broker.newTopic(2);
        try (KafkaProducer<byte[], byte[]> producer = transactional()) {
            begin(producer, topic, "committed"); // 0 to 2, marker 3
            producer.commitTransaction();
            begin(producer, topic, "aborted"); // 4 to 6, marker 7
            producer.abortTransaction();
            broker.awaitMarkers(topic, 2);
            broker.send(topic, 0, null, utf8("plain")); // 8
            begin(producer, topic, "open"); // 9 to 11
            broker.send(topic, 0, null, utf8("behind")); // 12
            broker.send(topic, 1, null, utf8("elsewhere"));

            AbortedOffsets source = new AbortedOffsets(new KafkaSearches(connection.context()));
            Map<Integer, long[]> all = Map.of(0, new long[] {0, 1, 2, 4, 5, 6, 8, 9, 10, 11, 12}, 1, new long[] {0});
            var answers = source.ask(topic, all).get(60, TimeUnit.SECONDS);
            assertSays(answers.get(0), 9, 4, 5, 6);
            assertSays(answers.get(1), 1);

            producer.abortTransaction();
            broker.awaitMarkers(topic, 2);
            var later = source.ask(topic, Map.of(0, new long[] {9, 10, 11, 12})).get(60, TimeUnit.SECONDS);
            assertSays(later.get(0), 13, 9, 10, 11);
        }
    }

    private static void assertSays(AbortedOffsets.@Nullable Answer answer, long decidedTo, long... aborted) {
        AbortedOffsets.Answer given = Objects.requireNonNull(answer);
        assertThat(given.aborted()).containsExactly(aborted);
        assertThat(given.decidedTo()).isEqualTo(decidedTo);
    }

    private KafkaProducer<byte[], byte[]> transactional() {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "transactional.id", TestBroker.uniqueName("aborted")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static void begin(KafkaProducer<byte[], byte[]> producer, String topic, String name) {
        producer.beginTransaction();
        for (int i = 0; i < 3; i++) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, null, utf8(name + "-" + i)));
        }
        producer.flush();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
