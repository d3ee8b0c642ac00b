#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.alterConsumerGroupOffsets of a group that has a member.
# Guess: GroupNotEmptyException, the error that deleting the same group ends in.
# Seen: UnknownMemberIdException, with both group protocols, as though the caller had named a member.
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
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
classic: alter UnknownMemberIdException, delete GroupNotEmptyException
consumer: alter UnknownMemberIdException, delete GroupNotEmptyException
END
