package dev.surveyor.kafka.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.InternalTopics;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The topics in which a broker of today keeps groups, offsets and transactions. */
@ExtendWith(SandboxBroker.class)
class CoordinatorDecoderIT {

    private final TestBroker broker;
    private final InternalTopics internal;

    CoordinatorDecoderIT(TestBroker broker) {
        this.broker = broker;
        this.internal = new InternalTopics(broker.bootstrapServers());
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", broker.bootstrapServers());
        config.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private String textOf(String topic) {
        StringBuilder all = new StringBuilder();
        for (ConsumerRecord<byte[], byte[]> found : internal.records(topic)) {
            ConsumedRecord record = ConsumedRecord.at(new PartitionId(topic, found.partition()), found.offset())
                    .key(found.key())
                    .value(found.value())
                    .build();
            all.append(internal.text(record, RecordPart.KEY))
                    .append(internal.text(record, RecordPart.VALUE))
                    .append('\n');
        }
        return all.toString();
    }

    @Test
    void every_record_of_groups_and_offsets_can_be_read() {
        String topic = broker.newTopic(2);
        broker.send(topic, 0, "k".getBytes(StandardCharsets.UTF_8), new byte[] {1});
        for (String protocol : List.of("classic", "consumer")) {
            try (KafkaConsumer<byte[], byte[]> member =
                    consumer(Map.of("group.id", "read-" + protocol, "group.protocol", protocol))) {
                member.subscribe(List.of(topic));
                while (member.poll(Duration.ofMillis(200)).isEmpty()) {
                    assertThat(member.groupMetadata().groupId()).isEqualTo("read-" + protocol);
                }
                member.commitSync();
            }
        }
        String all = textOf("__consumer_offsets");

        assertThat(all)
                .contains("\"group\":\"read-classic\",\"topic\":\"" + topic + "\"")
                .contains("\"group\":\"read-consumer\"")
                .contains("\"offset\":1")
                .contains("\"type\":\"GROUP_METADATA\"")
                .contains("\"type\":\"CONSUMER_GROUP_MEMBER_METADATA\"");
    }

    @Test
    void every_record_of_transactions_can_be_read() {
        String topic = broker.newTopic(1);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "decoded"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>(topic, new byte[] {1}));
            producer.commitTransaction();
        }
        String all = textOf("__transaction_state");

        assertThat(all).contains("\"transactionalId\":\"decoded\"").contains("\"transactionStatus\"");
    }
}
