#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.listOffsets of a partition whose only replica is on a stopped broker.
# Guess: LeaderNotAvailableException at once, as the metadata of the topic says that there is no leader.
# Seen: the client asks again until the time-out of the call and ends in TimeoutException; the futures of the
# other partitions complete at once, but all() waits. describeTopics tells the missing leader in one round trip.
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
second=$(port)
sed -e "s/^process.roles=.*/process.roles=broker/; s/^node.id=.*/node.id=2/; s/:$at/:$second/g" -e 's/\/data$/\/data2/' \
    -e "s/,CONTROLLER:.*//" server.properties > second.properties
java -cp 'lib/*' kafka.tools.StorageTool format -t AAAAAAAAAAAAAAAAAAAAAQ -c second.properties > format2.log 2>&1
java -Xmx512m -cp 'lib/*' kafka.Kafka second.properties > broker2.log 2>&1 &
stopped=$!
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
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]))) {
            while (admin.describeCluster().nodes().get().size() < 2) {
                Thread.sleep(200);
            }
            admin.createTopics(List.of(new NewTopic("t", Map.of(0, List.of(1), 1, List.of(2))))).all().get();
            ProcessHandle.of(Long.parseLong(args[1])).get().destroyForcibly();
            while (admin.describeTopics(List.of("t")).allTopicNames().get().get("t")
                    .partitions().get(1).leader() != null) {
                Thread.sleep(200);
            }
            System.out.println("describeTopics: t-1 has no leader");
            long began = System.nanoTime();
            var offsets = admin.listOffsets(
                    Map.of(new TopicPartition("t", 0), OffsetSpec.latest(),
                            new TopicPartition("t", 1), OffsetSpec.latest()),
                    new ListOffsetsOptions().timeoutMs(8_000));
            System.out.println("t-0: " + offsets.partitionResult(new TopicPartition("t", 0)).get().offset()
                    + (System.nanoTime() - began < 5_000_000_000L ? ", long before the time-out" : ", late"));
            try {
                offsets.partitionResult(new TopicPartition("t", 1)).get();
            } catch (Exception e) {
                System.out.println("t-1: " + e.getCause().getClass().getSimpleName()
                        + (System.nanoTime() - began > 7_000_000_000L ? " when the 8 s were over" : " early"));
            }
        }
    }
}
END
java -cp 'lib/*' Finding.java "127.0.0.1:$at" "$stopped" 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
describeTopics: t-1 has no leader
t-0: 0, long before the time-out
t-1: TimeoutException when the 8 s were over
END
