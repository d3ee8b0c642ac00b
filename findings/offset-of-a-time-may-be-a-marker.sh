#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.listOffsets with OffsetSpec.forTimestamp, and KafkaConsumer.offsetsForTimes.
# Guess: the answer is the offset of the first record that is at or after the time, or none.
# Seen: a transaction's marker counts as a record with the time of its commit. The offset is the marker's, which no
# consumer is ever given; the first record that is delivered from there on is older than the time asked for.
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
java -cp 'lib/*' Finding.java "127.0.0.1:$at" 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
admin: offset 1 of record, marker, record, marker
consumer: offset 1
first record from there: offset 2, 39 minutes before the time asked for
END
