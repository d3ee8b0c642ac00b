#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.listOffsets with OffsetSpec.forTimestamp, and KafkaConsumer.offsetsForTimes.
# Guess: the answer is the offset of the first record that is at or after the time, or none.
# Seen: a transaction's marker counts as a record with the time of its commit. The offset is the marker's, which no
# consumer is ever given; the first record that is delivered from there on is older than the time asked for.
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
        long now = System.currentTimeMillis();
        TopicPartition partition = new TopicPartition("t", 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", args[0], "transactional.id", "x"),
                        new ByteArraySerializer(), new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", args[0]),
                        new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            producer.initTransactions();
            for (int minutes : new int[] {60, 40}) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("t", 0, now - minutes * 60_000L, null, new byte[] {1}));
                producer.commitTransaction();
            }
            long asked = now - 60_000;
            long offset = admin.listOffsets(Map.of(partition, OffsetSpec.forTimestamp(asked)))
                    .partitionResult(partition).get().offset();
            System.out.println("admin: offset " + offset + " of record, marker, record, marker");
            System.out.println("consumer: offset "
                    + consumer.offsetsForTimes(Map.of(partition, asked)).get(partition).offset());
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            ConsumerRecord<byte[], byte[]> first = null;
            while (first == null) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    first = first == null ? record : first;
                }
            }
            System.out.println("first record from there: offset " + first.offset() + ", "
                    + (asked - first.timestamp()) / 60_000 + " minutes before the time asked for");
        }
    }
}
END
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
admin: offset 1 of record, marker, record, marker
consumer: offset 1
first record from there: offset 2, 39 minutes before the time asked for
END
