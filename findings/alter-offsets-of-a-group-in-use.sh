#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.alterConsumerGroupOffsets of a group that has a member.
# Guess: GroupNotEmptyException, the error that deleting the same group ends in.
# Seen: UnknownMemberIdException, with both group protocols, as though the caller had named a member.
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
        TopicPartition partition = new TopicPartition("t", 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            for (String protocol : List.of("classic", "consumer")) {
                try (var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", args[0], "group.id", protocol, "group.protocol", protocol),
                        new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                    consumer.subscribe(List.of("t"));
                    while (consumer.assignment().isEmpty()) {
                        consumer.poll(Duration.ofMillis(100));
                    }
                    String altered = error(admin.alterConsumerGroupOffsets(
                            protocol, Map.of(partition, new OffsetAndMetadata(0))).all());
                    String deleted = error(admin.deleteConsumerGroups(List.of(protocol)).all());
                    System.out.println(protocol + ": alter " + altered + ", delete " + deleted);
                }
            }
        }
    }

    private static String error(KafkaFuture<Void> call) throws Exception {
        try {
            call.get();
            return "done";
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause().getClass().getSimpleName();
        }
    }
}
END
java -cp 'lib/*' Finding.java "127.0.0.1:$at" 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
classic: alter UnknownMemberIdException, delete GroupNotEmptyException
consumer: alter UnknownMemberIdException, delete GroupNotEmptyException
END
