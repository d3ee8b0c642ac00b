#!/usr/bin/env bash
# kafka-clients 4.4.0: KafkaConsumer.beginningOffsets of a partition that the consumer reads.
# Guess: a question that changes nothing in the consumer.
# Seen: the answer is taken for the end of the partition: currentLag, 0 after the last of 20 records, is -20
# afterwards, with both group protocols, and endOffsets puts it right again.
. "$(dirname "${BASH_SOURCE[0]}")/kit/setup.bash"
libraries org.apache.kafka:kafka_2.13:4.4.0 org.slf4j:slf4j-simple:1.7.36
broker
cat > Finding.java << 'END'
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.serialization.*;

public class Finding {
    public static void main(String[] args) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", args[0]);
        try (Admin admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            for (int i = 0; i < 20; i++) {
                producer.send(new ProducerRecord<>("t", new byte[] {1})).get();
            }
        }
        TopicPartition partition = new TopicPartition("t", 0);
        for (String protocol : List.of("classic", "consumer")) {
            try (var consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", args[0], "group.protocol", protocol, "group.id", protocol,
                            "auto.offset.reset", "earliest"),
                    new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.assign(List.of(partition));
                while (consumer.position(partition) < 20) {
                    consumer.poll(Duration.ofMillis(200));
                }
                consumer.poll(Duration.ofMillis(200));
                long before = consumer.currentLag(partition).getAsLong();
                consumer.beginningOffsets(List.of(partition));
                long after = consumer.currentLag(partition).getAsLong();
                consumer.endOffsets(List.of(partition));
                System.out.println(protocol + ": lag " + before + ", after beginningOffsets " + after
                        + ", after endOffsets " + consumer.currentLag(partition).getAsLong());
            }
        }
    }
}
END
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
classic: lag 0, after beginningOffsets -20, after endOffsets 0
consumer: lag 0, after beginningOffsets -20, after endOffsets 0
END
