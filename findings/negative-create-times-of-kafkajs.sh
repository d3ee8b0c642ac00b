#!/usr/bin/env bash
# kafka-clients, broker 4.4.0 and kafkajs 2.2.4: records whose time is negative.
# Guess: no topic holds one, since the Java client refuses to make it (IllegalArgumentException).
# Seen: a broker whose limit for times is wide takes what kafkajs sends, the smallest 64-bit number too, and
# delivers it as CreateTime; -1, which stands for "no time" in the Java client, comes as CreateTime as well.
set -euo pipefail
work=$(mktemp -d); cd "$work"
trap 'exec 2> /dev/null; jobs -p | xargs -r kill -9; wait; cd /; rm -rf "$work"' EXIT
cat > pom.xml << 'END'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.4.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
END
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
port() { while :; do p=$(shuf -i 20000-32000 -n 1); (exec 3<> "/dev/tcp/127.0.0.1/$p") 2> /dev/null || { echo "$p"; return; }; done; }
at=$(port); controller=$(port)
cat > server.properties << END
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
listeners=PLAINTEXT://127.0.0.1:$at,CONTROLLER://127.0.0.1:$controller
advertised.listeners=PLAINTEXT://127.0.0.1:$at
controller.listener.names=CONTROLLER
log.dirs=$PWD/data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=1
group.initial.rebalance.delay.ms=0
END
java -cp 'lib/*' kafka.tools.StorageTool format -t AAAAAAAAAAAAAAAAAAAAAQ -c server.properties > format.log 2>&1
java -Xmx512m -cp 'lib/*' kafka.Kafka server.properties > broker.log 2>&1 &
for _ in $(seq 120); do (exec 3<> "/dev/tcp/127.0.0.1/$at") 2> /dev/null && break; sleep 1; done
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
{ node send.js "127.0.0.1:$at" && java -cp 'lib/*' Finding.java "127.0.0.1:$at"; } 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
sent by kafkajs: true
Java client, -5: IllegalArgumentException
read: CreateTime -9223372036854775808
read: CreateTime -5
read: CreateTime -1
END
