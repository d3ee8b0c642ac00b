package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.seek.SeekPlanner;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A topic of a thousand partitions, each with three records a second apart. */
@ExtendWith(SandboxBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideTopicIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int PARTITIONS = 1_000;
    private static final Instant FIRST = Instant.ofEpochMilli(1_000_000);

    private final TestBroker broker;
    private final String topic;

    WideTopicIT(TestBroker broker) {
        this.broker = broker;
        this.topic = broker.newTopic(PARTITIONS);
    }

    @BeforeAll
    void fill() {
        for (int second = 0; second < 3; second++) {
            long time = FIRST.plusSeconds(second).toEpochMilli();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                broker.sendLater(new ProducerRecord<>(topic, partition, time, null, new byte[] {1}));
            }
        }
        broker.flush();
    }

    @AfterAll
    void delete() throws Exception {
        broker.admin().deleteTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_seek_to_a_time_is_planned_and_done_for_all_of_them_and_tells_how_far_it_is() throws Exception {
        try (ConsumerRig rig = new ConsumerRig(broker)) {
            ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.NewRecords()));
            Await.until(
                    "all are read", SOON, () -> session.status().assignment().size() == PARTITIONS);
            SeekPlanner planner = new SeekPlanner(
                    new KafkaClusterReader(broker.admin(), rig.connection().context()));
            SeekTarget target = new SeekTarget.Time(FIRST.plusSeconds(1));
            AtomicInteger answered = new AtomicInteger();

            List<PartitionPosition> positions = get(session.positions());
            KnownOffsets wanted =
                    get(planner.wanted(target, positions, IsolationLevel.READ_UNCOMMITTED, answered::set));
            SeekPlan plan = SeekPlanner.plan(Instant.now(), positions, target, wanted, Map.of(), Set.of());
            Map<PartitionId, Long> targets = plan.targets();

            assertThat(targets).hasSize(PARTITIONS);
            assertThat(targets.values()).containsOnly(1L);
            assertThat(answered).hasValue(PARTITIONS);
            get(session.seek(targets));
            rig.awaitRecords(2 * PARTITIONS);
        }
    }

    @Test
    void a_start_at_a_time_reads_all_of_them_from_there() {
        try (ConsumerRig rig = new ConsumerRig(broker)) {
            ConsumeSession session =
                    rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtTime(FIRST.plusSeconds(2))));
            rig.awaitRecords(PARTITIONS);
            Await.until("lag 0", SOON, () -> session.status().lag().equals(OptionalLong.of(0)));
        }
    }

    @Test
    void an_answer_that_nobody_waits_for_any_more_is_given_up() {
        try (ConsumerRig rig = new ConsumerRig(broker)) {
            KafkaClusterReader reader =
                    new KafkaClusterReader(broker.admin(), rig.connection().context());
            List<PartitionId> all = java.util.stream.IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new PartitionId(topic, partition))
                    .toList();
            AtomicInteger answered = new AtomicInteger();
            CompletableFuture<KnownOffsets> question =
                    reader.offsetsAt(all, FIRST, IsolationLevel.READ_UNCOMMITTED, answered::set);

            question.cancel(true);

            Await.until("no more is asked", SOON, () -> {
                int before = answered.get();
                KnownOffsets other = get(reader.endOffsets(List.of(all.get(0))));
                return other.offsets().size() == 1 && answered.get() == before;
            });
            assertThat(answered.get()).isLessThan(PARTITIONS);
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(90, TimeUnit.SECONDS);
    }
}
