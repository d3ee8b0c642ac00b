package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.app.KafkaParts;
import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.connection.KafkaConnector;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.service.produce.Variables;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.QueuedUiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The form on a real broker: what is typed is what another client reads. */
@ExtendWith(SandboxBroker.class)
class ProducerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;
    private final QueuedUiExecutor ui = new QueuedUiExecutor();
    private final ManualPulse pulse = new ManualPulse();
    private final List<PartitionOffset> shown = new ArrayList<>();
    private TestConnection threads;
    private ClusterSession session;

    ProducerIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() throws Exception {
        threads = TestConnection.to(broker.bootstrapServers());
        KafkaConnector connector = new KafkaConnector(threads.threads(), Clock.systemUTC(), new KafkaParts());
        session = connector
                .connect(TestConnection.profile(broker.bootstrapServers(), Map.of()), Map.of())
                .get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void disconnect() {
        session.close();
        threads.close();
    }

    @Test
    void what_is_typed_arrives_byte_for_byte_where_it_was_predicted() {
        String topic = broker.newTopic(6);
        ProducerViewModel model = model(topic);
        model.form().key().set(ValueType.STRING, Presence.VALUE, "cust-24 é");
        model.form().value().set(ValueType.JSON, Presence.VALUE, "{\"id\": 9007199254740993}");
        HeaderList headers = model.form().headers();
        headers.paste("source=checkout\nnote=\nsource=web-2\nnothing=x\nsig=00 FF 0D 0A\nretry=-7");
        headers.rows().get(3).value().presenceProperty().set(Presence.NULL);
        headers.rows().get(4).value().typeProperty().set(ValueType.HEX);
        headers.rows().get(5).value().typeProperty().set(ValueType.INT32);
        await("the prediction", () -> model.predictedProperty().get() >= 0);
        int predicted = model.predictedProperty().get();
        model.send();
        await("the acknowledgement", () -> model.countsProperty().get().acknowledged() == 1);
        model.open(model.deliveries().shown().get(0));
        assertThat(shown.get(0).partition().partition()).isEqualTo(predicted);

        ConsumedRecord read = readOne(topic);
        assertThat(read.partition().partition()).isEqualTo(predicted);
        assertThat(read.offset()).isEqualTo(shown.get(0).offset());
        ProducerViewModel again = model(topic);
        again.fill(read);
        Variables none = Variables.sample();
        assertThat(again.form().record(none)).isEqualTo(model.form().record(none));
        assertThat(read.key()).isEqualTo(model.form().record(none).key());
        assertThat(read.headers()).isEqualTo(model.form().record(none).headers());
        model.close();
        again.close();
    }

    @Test
    void a_burst_is_flushed_and_its_counts_add_up() {
        String topic = broker.newTopic(3);
        ProducerViewModel model = model(topic);
        model.form().value().set(ValueType.JSON, Presence.VALUE, "{\"id\": {{seq}}, \"id2\": \"{{uuid}}\"}");
        model.burst().countProperty().set("500");
        model.burst().rateProperty().set("5000/s");
        model.send();
        await("all sent", () -> model.countsProperty().get().sent() == 500);
        model.flush().start();
        await("flushed", () -> model.flush().stateProperty().get() == Flush.State.DONE);
        await("all acknowledged", () -> model.countsProperty().get().acknowledged() == 500);
        assertThat(model.deliveries().shown()).hasSize(500);
        model.close();
    }

    private ConsumedRecord readOne(String topic) {
        CollectingSink sink = new CollectingSink();
        try (ConsumeSession consumer =
                session.consumers().start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()), sink)) {
            await("a record", () -> sink.count() == 1);
            assertThat(consumer.clientId()).isNotBlank();
        }
        return sink.records().get(0);
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        Await.until(what, SOON, () -> {
            ui.runAll();
            pulse.tick();
            return condition.getAsBoolean();
        });
    }

    private ProducerViewModel model(String topic) {
        ProducerContext context = new ProducerContext(
                session,
                new Toolkit(
                        ui,
                        pulse,
                        Runnable::run,
                        Clock.systemUTC(),
                        new SimpleObjectProperty<>(ZoneOffset.UTC),
                        new FakeDialogs(),
                        new FakeClipboards(),
                        new FakeSettings()),
                shown::add,
                () -> {});
        return new ProducerViewModel(context, topic);
    }
}
