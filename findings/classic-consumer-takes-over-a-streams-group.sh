#!/usr/bin/env bash
# Broker 4.4.0, kafka-streams 4.4.0 with group.protocol=streams: other consumers that join its group while it is empty.
# Guess: all are refused, since the group is of the type Streams.
# Seen: a consumer with group.protocol=consumer is refused (GroupIdNotFoundException), a classic one is taken
# and the group is a classic one from then on.
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
                    "state.dir", "state"));
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
            streams.close(new KafkaStreams.CloseOptions().leaveGroup(true).timeout(Duration.ofSeconds(30)));
            System.out.println("closed: " + state(admin));
            for (String protocol : List.of("consumer", "classic")) {
                try (var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", args[0], "group.id", "app", "group.protocol", protocol),
                        new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                    consumer.subscribe(List.of("t"));
                    while (consumer.assignment().isEmpty()) {
                        consumer.poll(Duration.ofMillis(100));
                    }
                    System.out.println(protocol + ": " + state(admin));
                } catch (KafkaException e) {
                    System.out.println(protocol + ": " + e.getClass().getSimpleName());
                }
            }
        }
    }

    private static String state(Admin admin) throws Exception {
        var group = admin.listGroups().all().get().iterator().next();
        return group.type().get() + " " + group.groupState().get();
    }
}
END
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
closed: Streams Empty
consumer: GroupIdNotFoundException
classic: Classic Stable
END
