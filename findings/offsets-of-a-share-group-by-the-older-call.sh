#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: the calls for consumer groups on a share group that has read records.
# Guess: all of them refuse a group of another type, as describeConsumerGroups does.
# Seen: listConsumerGroupOffsets answers without an error and without an offset, and deleteConsumerGroups
# deletes the share group once it is empty.
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
            producer.send(new ProducerRecord<>("t", new byte[] {1})).get();
            admin.alterShareGroupOffsets("shared", Map.of(new TopicPartition("t", 0), 0L)).all().get();
            try (var consumer = new KafkaShareConsumer<>(
                    Map.of("bootstrap.servers", args[0], "group.id", "shared"),
                    new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of("t"));
                while (consumer.poll(Duration.ofMillis(500)).isEmpty()) {}
                consumer.commitSync();
            }
            try {
                admin.describeConsumerGroups(List.of("shared")).all().get();
            } catch (Exception e) {
                System.out.println("describe: " + e.getCause().getClass().getSimpleName());
            }
            System.out.println("offsets: "
                    + admin.listConsumerGroupOffsets("shared").partitionsToOffsetAndMetadata().get());
            admin.deleteConsumerGroups(List.of("shared")).all().get();
            System.out.println("groups after delete: " + admin.listGroups().all().get().size());
        }
    }
}
END
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
describe: GroupIdNotFoundException
offsets: {}
groups after delete: 0
END
