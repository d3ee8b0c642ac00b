package dev.surveyor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCluster.class)
class SharedClusterIT {

    private final TestCluster cluster;

    SharedClusterIT(TestCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void a_stopped_broker_takes_its_only_replicas_with_it_and_brings_them_back() throws Exception {
        String topic = cluster.newTopicOn(1, 2, 3);
        cluster.send(topic, 2, null, "kept".getBytes(StandardCharsets.UTF_8));
        cluster.stop(3);
        cluster.awaitNoLeader(topic, 2);
        cluster.send(topic, 1, null, "still taken".getBytes(StandardCharsets.UTF_8));
        cluster.restart(3);
        cluster.awaitLeader(topic, 2, 3);
        assertThat(end(topic, 2)).isEqualTo(1);
    }

    @Test
    void another_replica_leads_after_the_leader_was_killed() throws Exception {
        String topic = cluster.newTopic(Map.of(0, List.of(2, 1)), Map.of());
        cluster.send(topic, 0, null, "one".getBytes(StandardCharsets.UTF_8));
        cluster.kill(2);
        cluster.awaitLeader(topic, 0, 1);
        assertThat(end(topic, 0)).isEqualTo(1);
    }

    private long end(String topic, int partition) throws Exception {
        TopicPartition asked = new TopicPartition(topic, partition);
        return cluster.admin()
                .listOffsets(Map.of(asked, OffsetSpec.latest()))
                .partitionResult(asked)
                .get(30, TimeUnit.SECONDS)
                .offset();
    }
}
