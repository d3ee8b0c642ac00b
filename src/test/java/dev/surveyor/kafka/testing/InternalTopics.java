package dev.surveyor.kafka.testing;

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
import dev.surveyor.kafka.decode.CoordinatorDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics that Kafka keeps for itself: all of them as a bare consumer finds it, and decoded as in a table. */
public final class InternalTopics {

    private final String bootstrapServers;
    private final DetectingReader reader =
            new DetectingReader(new Decoders(SchemaSource.NONE, CoordinatorDecoder.all()), DecoderChoices.NONE);

    public InternalTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns what decodes their records. */
    public DetectingReader reader() {
        return reader;
    }

    /** Returns all records of the topic that there are now. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
                consumer.poll(Duration.ofMillis(300)).forEach(records::add);
            }
        }
        return records;
    }

    /** Returns what a part of the record reads as; fails where it cannot be read. */
    public String text(ConsumedRecord record, RecordPart part) {
        Reading reading = reader.read(record, part, 1_000_000, Input.Effort.FULL);
        assertThat(reading.state())
                .as("%s %s: %s", record, part, reading.problem())
                .isIn(Reading.State.READ, Reading.State.NOTHING);
        return Readings.textOf(reading);
    }
}
