package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection to the broker of the tests, and one place where all records of its consumers are gathered. */
final class ConsumerRig implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final CollectingSink sink = new CollectingSink();
    private final TestConnection connection;

    ConsumerRig(TestBroker broker) {
        connection = TestConnection.to(broker.bootstrapServers());
    }

    CollectingSink sink() {
        return sink;
    }

    TestConnection connection() {
        return connection;
    }

    ConsumeSession start(ConsumeRequest request) {
        return new KafkaConsumers(connection.context()).start(request, sink);
    }

    /** Waits until so many records are there, and no more. */
    void awaitRecords(int count) {
        Await.until(count + " records are there", SOON, () -> sink.count() >= count);
        assertThat(sink.count()).isEqualTo(count);
    }

    static void awaitPhase(ConsumeSession session, ConsumePhase phase) {
        Await.until("the consumer is " + phase, SOON, () -> session.status().phase() == phase);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connection.close();
    }
}
