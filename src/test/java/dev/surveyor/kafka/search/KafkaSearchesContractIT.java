package dev.surveyor.kafka.search;

import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.Searches;
import dev.surveyor.service.search.SearchesContract;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;

/** Searches on a broker keep the promises of all searches. */
@ExtendWith(SandboxBroker.class)
class KafkaSearchesContractIT extends SearchesContract {

    private final TestBroker broker;

    @AutoClose
    private final TestConnection connection;

    KafkaSearchesContractIT(TestBroker broker) {
        this.broker = broker;
        connection = TestConnection.to(broker.bootstrapServers());
    }

    @Override
    protected Searches searches() {
        return new KafkaSearches(connection.context());
    }

    @Override
    protected String topic() {
        String topic = broker.newTopic(1);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "transactional.id", TestBroker.uniqueName("searched")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            begin(producer, topic, 0);
            producer.commitTransaction();
            begin(producer, topic, 4);
            producer.abortTransaction();
        }
        broker.awaitMarkers(topic, 1);
        broker.send(topic, 0, null, value(8));
        return topic;
    }

    private static void begin(KafkaProducer<byte[], byte[]> producer, String topic, long first) {
        producer.beginTransaction();
        for (long offset = first; offset < first + 3; offset++) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, null, value(offset)));
        }
        producer.flush();
    }

    private static byte[] value(long offset) {
        return ("value-" + offset).getBytes(StandardCharsets.UTF_8);
    }
}
