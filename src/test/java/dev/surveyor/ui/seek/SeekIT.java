package dev.surveyor.ui.seek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.SeekNote;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.ui.testing.QueuedUiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The seek dialog's model on a running consumer of a real broker. */
@ExtendWith(SandboxBroker.class)
class SeekIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final TestBroker broker;
    private final QueuedUiExecutor ui = new QueuedUiExecutor();

    SeekIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void a_seek_by_time_goes_where_the_preview_said_and_back() throws Exception {
        String topic = broker.newTopic(2);
        for (int i = 0; i < 10; i++) {
            long time = START.plusSeconds(i * 60L).toEpochMilli();
            broker.send(new ProducerRecord<>(topic, 0, time, new byte[] {1}, new byte[] {(byte) i}));
        }
        CollectingSink sink = new CollectingSink();
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            ClusterReader cluster = new KafkaClusterReader(broker.admin(), connection.context());
            ConsumeSession consumer = new KafkaConsumers(connection.context())
                    .start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()), sink);
            await("all read", () -> sink.count() == 10);
            SeekHistory history = new SeekHistory();
            SeekViewModel model = new SeekViewModel(
                    java.util.List.of(new SeekSubject.OfConsumer(consumer)),
                    TestConnection.profile(broker.bootstrapServers(), java.util.Map.of()),
                    cluster,
                    subject -> history,
                    ui,
                    Clock.systemUTC(),
                    ZoneOffset.UTC,
                    failure -> {
                        throw new AssertionError(failure.report());
                    });
            model.form().timeProperty().set("2026-11-22T09:04:30Z");
            model.form().kindProperty().set(SeekForm.Kind.TIME);
            await(
                    "the preview",
                    () -> model.effect().applyReasonProperty().get().isEmpty());
            assertThat(model.partitions().rows().get(0).target()).hasValue(5);
            assertThat(model.partitions().rows().get(1).note()).isEqualTo(SeekNote.EMPTY_PARTITION);
            await("the time", () -> START.plusSeconds(300)
                    .equals(model.partitions().rows().get(0).recordTime()));
            model.apply();
            await("applied", () -> model.moves().appliedProperty().get() != null);
            await("read again", () -> sink.count() == 15);
            model.moves().undo(model.subject(), history.entries().get(0));
            await("back", () -> positionOf(consumer, new PartitionId(topic, 0)) == 10);
            consumer.stop().get(60, TimeUnit.SECONDS);
        }
    }

    private static long positionOf(ConsumeSession consumer, PartitionId partition) {
        List<PartitionPosition> positions = consumer.positions().join();
        return positions.stream()
                .filter(position -> position.partition().equals(partition))
                .mapToLong(position -> position.position().orElse(-1))
                .findFirst()
                .orElse(-1);
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        Await.until(what, SOON, () -> {
            ui.runAll();
            return condition.getAsBoolean();
        });
    }
}
