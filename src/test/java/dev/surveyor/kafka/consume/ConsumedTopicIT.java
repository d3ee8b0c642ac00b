package dev.surveyor.kafka.consume;

import static dev.surveyor.kafka.consume.ConsumerRig.awaitPhase;
import static dev.surveyor.kafka.consume.ConsumerRig.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a consumer when its topic comes, grows or goes. */
@ExtendWith(SandboxBroker.class)
class ConsumedTopicIT {

    private final TestBroker broker;

    @AutoClose
    private final ConsumerRig rig;

    ConsumedTopicIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @Test
    void a_topic_that_does_not_exist_is_named_in_the_failure() {
        ConsumeSession session = rig.start(ConsumeRequest.standalone("nowhere", new StartPosition.Beginning()));

        awaitPhase(session, ConsumePhase.FAILED);

        assertThat(failureOf(session)).contains("does not exist").contains("nowhere");
    }

    @Test
    void partitions_that_are_added_are_read_from_their_beginning() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        broker.admin()
                .createPartitions(Map.of(topic, NewPartitions.increaseTo(2)))
                .all()
                .get(60, TimeUnit.SECONDS);
        broker.awaitPartitions(topic, 2);
        broker.send(topic, 1, null, bytes("in the new one"));

        rig.awaitRecords(1);
        assertThat(session.status().assignment()).hasSize(2);
    }

    @Test
    void a_deleted_topic_ends_the_consumer_with_a_reason() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
        awaitPhase(session, ConsumePhase.RUNNING);

        broker.admin().deleteTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);

        Await.until(
                "it has failed", Duration.ofSeconds(30), () -> session.status().phase() == ConsumePhase.FAILED);
        assertThat(failureOf(session)).contains("does not exist");
    }

    private static String failureOf(ConsumeSession session) {
        return Objects.requireNonNull(session.status().failure()).what();
    }
}
