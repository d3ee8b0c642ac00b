#!/usr/bin/env bash
# Broker and kafka-clients 4.4.0: Admin.alterShareGroupOffsets of a group that does not exist.
# Guess: GroupIdNotFoundException, as describeShareGroups says it for the same name.
# Seen: it succeeds and leaves an empty group of type Share; the start offset -1 is taken, too.
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
run java -cp 'lib/*' Finding.java "$server"
as_found << 'END'
described before: GroupIdNotFoundException
listed after start offset 0: Share
described before: GroupIdNotFoundException
listed after start offset -1: Share
END
