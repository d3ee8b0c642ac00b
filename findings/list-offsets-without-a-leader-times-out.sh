#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.listOffsets of a partition whose only replica is on a stopped broker.
# Guess: LeaderNotAvailableException at once, as the metadata of the topic says that there is no leader.
# Seen: the client asks again until the time-out of the call and ends in TimeoutException; the futures of the
# other partitions complete at once, but all() waits. describeTopics tells the missing leader in one round trip.
. "$(dirname "${BASH_SOURCE[0]}")/kit/setup.bash"
libraries org.apache.kafka:kafka_2.13:4.4.0 org.slf4j:slf4j-simple:1.7.36
broker
second=$(free_port)
start_broker second 2 broker "$second" "$controller"
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
run java -cp 'lib/*' Finding.java "$server" "$stopped"
as_found << 'END'
describeTopics: t-1 has no leader
t-0: 0, long before the time-out
t-1: TimeoutException when the 8 s were over
END
