#!/usr/bin/env bash
# kafka-clients and broker 4.4.0: a consumer closed with CloseOptions REMAIN_IN_GROUP.
# Guess: it says nothing to the coordinator and stays listed until its session runs out.
# Seen: so it is with group.protocol=classic. With group.protocol=consumer a member without an instance id
# leaves at once all the same: the group is empty when close() has returned.
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
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            for (String protocol : List.of("classic", "consumer")) {
                Map<String, Object> settings = new HashMap<>(Map.of(
                        "bootstrap.servers", args[0], "group.id", protocol, "group.protocol", protocol));
                if (protocol.equals("classic")) {
                    settings.put("session.timeout.ms", 45_000);
                }
                var consumer = new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                consumer.subscribe(List.of("t"));
                while (consumer.assignment().isEmpty()) {
                    consumer.poll(Duration.ofMillis(100));
                }
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(5))
                        .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
                Thread.sleep(3_000);
                var group = admin.describeConsumerGroups(List.of(protocol)).all().get().get(protocol);
                System.out.println(protocol + ": " + group.members().size() + " members after close, asked to remain");
            }
        }
    }
}
END
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
classic: 1 members after close, asked to remain
consumer: 0 members after close, asked to remain
END
