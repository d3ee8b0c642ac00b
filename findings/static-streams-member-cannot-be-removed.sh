#!/usr/bin/env bash
# Broker and kafka-streams 4.4.0, group.protocol=streams with group.instance.id: Admin.removeMembersFromConsumerGroup.
# Guess: a static member is removed by its instance id, as in classic and consumer groups.
# Seen: describeStreamsGroups lists the member with that instance id, and its removal ends in UnknownMemberIdException.
. "$(dirname "${BASH_SOURCE[0]}")/kit/setup.bash"
libraries org.apache.kafka:kafka_2.13:4.4.0 org.apache.kafka:kafka-streams:4.4.0 org.slf4j:slf4j-simple:1.7.36
broker
cat > Finding.java << 'END'
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.serialization.*;

import org.apache.kafka.streams.*;
import org.apache.kafka.streams.kstream.Consumed;
import java.util.concurrent.*;

public class Finding {
    public static void main(String[] args) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            StreamsBuilder builder = new StreamsBuilder();
            builder.stream("t", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())).foreach((key, value) -> {});
            Properties settings = new Properties();
            settings.putAll(Map.of("application.id", "app", "bootstrap.servers", args[0], "group.protocol", "streams",
                    "state.dir", "state", "group.instance.id", "seat"));
            CountDownLatch running = new CountDownLatch(1);
            KafkaStreams streams = new KafkaStreams(builder.build(), settings);
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    running.countDown();
                }
            });
            streams.start();
            if (!running.await(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not running");
            }
            var member = admin.describeStreamsGroups(List.of("app")).all().get().get("app").members().iterator().next();
            String instance = member.instanceId().get();
            System.out.println("listed: " + instance.replaceAll("[0-9]+$", "N"));
            try {
                admin.removeMembersFromConsumerGroup("app",
                        new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(instance)))).all().get();
                System.out.println("removed");
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                System.out.println("not removed: " + cause.getClass().getSimpleName());
            }
            streams.close(Duration.ofSeconds(30));
        }
    }
}
END
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
listed: seat-N
not removed: UnknownMemberIdException
END
