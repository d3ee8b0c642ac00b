package dev.surveyor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxBroker.class)
class SandboxBrokerIT {

    @Test
    void what_is_sent_is_read_back(TestBroker broker) {
        String topic = broker.newTopic(3);
        broker.send(topic, 1, null, "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(first(broker, topic, 1).value()).asString().isEqualTo("hello");
    }

    @Test
    void a_killed_broker_comes_back_at_its_port_with_its_data() {
        try (TestBroker broker = TestBroker.start()) {
            String topic = broker.newTopic(1);
            broker.send(topic, 0, null, "kept".getBytes(StandardCharsets.UTF_8));
            String before = broker.bootstrapServers();
            broker.kill();
            broker.restart();
            assertThat(broker.bootstrapServers()).isEqualTo(before);
            broker.awaitPartitions(topic, 1);
            assertThat(first(broker, topic, 0).value()).asString().isEqualTo("kept");
        }
    }

    private static ConsumerRecord<byte[], byte[]> first(TestBroker broker, String topic, int partition) {
        TopicPartition from = new TopicPartition(topic, partition);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(from));
            consumer.seekToBeginning(List.of(from));
            return consumer.poll(Duration.ofSeconds(10)).iterator().next();
        }
    }
}
