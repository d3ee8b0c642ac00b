#!/usr/bin/env bash
# kafka-clients, broker 4.4.0 and kafkajs 2.2.4: records whose time is negative.
# Guess: no topic holds one, since the Java client refuses to make it (IllegalArgumentException).
# Seen: a broker whose limit for times is wide takes what kafkajs sends, the smallest 64-bit number too, and
# delivers it as CreateTime; -1, which stands for "no time" in the Java client, comes as CreateTime as well.
. "$(dirname "${BASH_SOURCE[0]}")/kit/setup.bash"
libraries org.apache.kafka:kafka_2.13:4.4.0 org.slf4j:slf4j-simple:1.7.36
broker
npm install --silent --no-audit --no-fund kafkajs@2.2.4 > npm.log 2>&1
cat > send.js << 'END'
const { Kafka, logLevel } = require('kafkajs');
const kafka = new Kafka({ brokers: [process.argv[2]], logLevel: logLevel.NOTHING });
(async () => {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 't', numPartitions: 1,
    configEntries: [{ name: 'message.timestamp.after.max.ms', value: '9223372036854775807' }] }] });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  const times = ['-9223372036854775808', '-5', '-1'];
  for (const timestamp of times) await producer.send({ topic: 't', messages: [{ value: 'x', timestamp }] });
  await producer.disconnect();
  console.log('sent by kafkajs: true');
})();
END
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
        try {
            new ProducerRecord<byte[], byte[]>("t", 0, -5L, null, null, List.of());
        } catch (IllegalArgumentException e) {
            System.out.println("Java client, -5: IllegalArgumentException");
        }
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", args[0], "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition("t", 0)));
            int seen = 0;
            while (seen < 3) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    System.out.println("read: " + record.timestampType() + " " + record.timestamp());
                    seen++;
                }
            }
        }
    }
}
END
run node send.js "$server"
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
sent by kafkajs: true
Java client, -5: IllegalArgumentException
read: CreateTime -9223372036854775808
read: CreateTime -5
read: CreateTime -1
END
