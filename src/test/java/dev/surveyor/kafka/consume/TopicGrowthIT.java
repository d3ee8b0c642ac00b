package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.group.KafkaGroupMembers;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A topic gets more partitions while it is read. */
@ExtendWith(SandboxBroker.class)
class TopicGrowthIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final TestBroker broker;

    @AutoClose
    private final ConsumerRig rig;

    TopicGrowthIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @Test
    void records_of_the_new_partitions_come_and_the_status_counts_them() throws Exception {
        String topic = broker.newTopic(6);
        broker.sendMany(topic, 6, 12);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        Await.until("six", SOON, () -> session.status().partitionsOfTopics() == 6);

        grow(topic);
        broker.send(topic, 7, null, ConsumerRig.bytes("in the eighth"));

        Await.until("eight", SOON, () -> session.status().partitionsOfTopics() == 8);
        Await.until("eight are read", SOON, () -> session.status().assignment().size() == 8);
        rig.awaitRecords(1);
        assertThat(rig.sink().values()).containsExactly("in the eighth");
    }

    @Test
    void a_member_of_a_classic_group_gets_them_too() throws Exception {
        String topic = broker.newTopic(6);
        KafkaGroupMembers members = new KafkaGroupMembers(
                rig.connection().context(),
                new KafkaClusterReader(broker.admin(), rig.connection().context()));
        MemberSettings settings = new MemberSettings(
                TestBroker.uniqueName("group"),
                null,
                null,
                Assignor.DEFAULT,
                CommitPolicy.AUTO,
                true,
                Duration.ZERO,
                "earliest");
        GroupMember member = members.start(settings, List.of(topic));
        Await.until("six", SOON, () -> member.status().assignment().size() == 6);

        grow(topic);

        Await.until("eight", SOON, () -> member.status().assignment().size() == 8);
    }

    private void grow(String topic) throws Exception {
        broker.admin()
                .createPartitions(Map.of(topic, NewPartitions.increaseTo(8)))
                .all()
                .get(30, TimeUnit.SECONDS);
        broker.awaitPartitions(topic, 8);
    }
}
