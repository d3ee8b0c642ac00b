package dev.surveyor.kafka.consume;

import static dev.surveyor.kafka.consume.ConsumerRig.awaitPhase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a running consumer is told. */
@ExtendWith(SandboxBroker.class)
class ConsumerControlIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;

    @AutoClose
    private final ConsumerRig rig;

    ConsumerControlIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @Test
    void a_seek_begins_a_new_epoch_and_tells_where_it_led() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 20);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        rig.awaitRecords(20);

        List<PartitionPosition> after = session.seek(
                        Map.of(new PartitionId(topic, 0), 7L, new PartitionId(topic, 1), 1_000L))
                .get(60, TimeUnit.SECONDS);

        assertThat(after).extracting(PartitionPosition::endOffset).containsExactly(10L, 10L);
        assertThat(after.get(1).position()).hasValue(10);
        rig.awaitRecords(23);
        assertThat(rig.sink().records().subList(20, 23))
                .allMatch(record -> record.seekEpoch() == 1 && record.offset() >= 7);
        Await.until("its status follows", SOON, () -> session.status().seekEpoch() == 1);
    }

    @Test
    void a_seek_to_a_partition_that_is_not_read_fails_in_words_and_moves_nothing() {
        String topic = broker.newTopic(1);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);

        assertThatThrownBy(() ->
                        session.seek(Map.of(new PartitionId(topic, 5), 0L)).get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(BrokerFailureException.class)
                .hasMessageContaining("not assigned");
        assertThat(session.status().seekEpoch()).isZero();
    }

    @Test
    void a_paused_consumer_counts_its_lag_and_goes_on_where_it_stopped() {
        String topic = broker.newTopic(1);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);
        session.pause();
        awaitPhase(session, ConsumePhase.PAUSED_BY_USER);

        broker.sendMany(topic, 1, 12);
        Await.until("the lag is known", SOON, () -> session.status().lag().orElse(0) == 12);
        assertThat(rig.sink().count()).isZero();

        session.resume();
        rig.awaitRecords(12);
        awaitPhase(session, ConsumePhase.RUNNING);
    }

    @Test
    void a_commit_of_a_standalone_consumer_fails_in_words() {
        String topic = broker.newTopic(1);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);

        assertThatThrownBy(() ->
                        session.commit(Map.of(new PartitionId(topic, 0), 0L)).get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(BrokerFailureException.class)
                .hasMessageContaining("no valid group.id");
    }

    @Test
    void a_stopped_consumer_is_closed_in_a_moment() throws Exception {
        String topic = broker.newTopic(1);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        awaitPhase(session, ConsumePhase.RUNNING);

        session.stop().get(60, TimeUnit.SECONDS);

        assertThat(session.status().phase()).isEqualTo(ConsumePhase.STOPPED);
        assertThatThrownBy(() -> session.positions().get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(BrokerFailureException.class);
    }
}
