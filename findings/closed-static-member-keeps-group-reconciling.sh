#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: a static member (group.instance.id) of the consumer protocol that was closed.
# Guess: the group is as stable as before, since the member's place is kept for it, as with the classic protocol.
# Seen: the member stays listed with its partition and the member epoch -2, and the whole group is called
# Reconciling until its seat is given up; a classic group in the same case is called Stable.
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
                Map<String, Object> settings = Map.of("bootstrap.servers", args[0], "group.id", protocol,
                        "group.protocol", protocol, "group.instance.id", "seat");
                try (var consumer = new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                    consumer.subscribe(List.of("t"));
                    while (consumer.assignment().isEmpty()) {
                        consumer.poll(Duration.ofMillis(100));
                    }
                }
                Thread.sleep(3_000);
                var group = admin.describeConsumerGroups(List.of(protocol)).all().get().get(protocol);
                var member = group.members().iterator().next();
                System.out.println(protocol + ": " + group.groupState() + ", member " + member.groupInstanceId().get()
                        + ", epoch " + member.memberEpoch().map(String::valueOf).orElse("none")
                        + ", " + member.assignment().topicPartitions());
            }
        }
    }
}
END
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
classic: Stable, member seat, epoch none, [t-0]
consumer: Reconciling, member seat, epoch -2, [t-0]
END
