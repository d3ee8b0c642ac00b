package dev.surveyor.kafka.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxBroker.class)
class CoordinatorDecoderIT {

    private final TestBroker broker;
    private final DetectingReader reader =
            new DetectingReader(new Decoders(SchemaSource.NONE, CoordinatorDecoder.all()), DecoderChoices.NONE);

    CoordinatorDecoderIT(TestBroker broker) {
        this.broker = broker;
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> config = new java.util.HashMap<>(more);
        config.put("bootstrap.servers", broker.bootstrapServers());
        config.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<ConsumedRecord> all(String topic) {
        List<ConsumedRecord> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    records.add(ConsumedRecord.at(new PartitionId(topic, record.partition()), record.offset())
                            .key(record.key())
                            .value(record.value())
                            .build());
                }
            }
        }
        return records;
    }

    private String text(ConsumedRecord record, RecordPart part) {
        Reading reading = reader.read(record, part, 1_000_000, Input.Effort.FULL);
        assertThat(reading.state())
                .as("%s %s: %s", record, part, reading.problem())
                .isIn(Reading.State.READ, Reading.State.NOTHING);
        return Readings.textOf(reading);
    }

    @Test
    void every_record_of_groups_and_offsets_can_be_read() {
        String topic = broker.newTopic(2);
        broker.send(topic, 0, "k".getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[] {1});
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
        StringBuilder all = new StringBuilder();
        for (ConsumedRecord record : all("__consumer_offsets")) {
            all.append(text(record, RecordPart.KEY))
                    .append(text(record, RecordPart.VALUE))
                    .append('\n');
        }

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
        StringBuilder all = new StringBuilder();
        for (ConsumedRecord record : all("__transaction_state")) {
            all.append(text(record, RecordPart.KEY))
                    .append(text(record, RecordPart.VALUE))
                    .append('\n');
        }

        assertThat(all).contains("\"transactionalId\":\"decoded\"").contains("\"transactionStatus\"");
    }
}
