#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.alterShareGroupOffsets of a group that does not exist.
# Guess: GroupIdNotFoundException, as describeShareGroups says it for the same name.
# Seen: it succeeds and leaves an empty group of type Share; the start offset -1 is taken, too.
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
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            for (long offset : new long[] {0, -1}) {
                String group = "no-such-group" + offset;
                try {
                    admin.describeShareGroups(List.of(group)).all().get();
                } catch (Exception e) {
                    System.out.println("described before: " + e.getCause().getClass().getSimpleName());
                }
                admin.alterShareGroupOffsets(group, Map.of(new TopicPartition("t", 0), offset)).all().get();
                var listed = admin.listGroups().all().get().stream()
                        .filter(each -> each.groupId().equals(group)).findFirst().get();
                System.out.println("listed after start offset " + offset + ": " + listed.type().get());
            }
        }
    }
}
END
java -cp 'lib/*' Finding.java "127.0.0.1:$at" 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
described before: GroupIdNotFoundException
listed after start offset 0: Share
described before: GroupIdNotFoundException
listed after start offset -1: Share
END
