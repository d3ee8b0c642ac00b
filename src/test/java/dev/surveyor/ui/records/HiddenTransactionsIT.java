package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.search.KafkaSearches;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.transaction.TransactionState;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A live table of a real topic with committed, aborted and open transactions. */
@ExtendWith(SandboxBroker.class)
class HiddenTransactionsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestBroker broker;
    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final ManualPulse pulse = new ManualPulse();
    private TestConnection connection;
    private KafkaProducer<byte[], byte[]> producer;
    private String topic;
    private RecordTableViewModel model;

    HiddenTransactionsIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() throws Exception {
        connection = TestConnection.to(broker.bootstrapServers());
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "transactional.id", TestBroker.uniqueName("hidden")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        topic = broker.newTopic(2);
        model = table();
    }

    @AfterEach
    void disconnect() throws Exception {
        producer.close(Duration.ofSeconds(5));
        onUi(() -> {
            model.close();
            return true;
        });
        connection.close();
        ui.shutdownNow();
        background.shutdownNow();
    }

    @Test
    void aborted_records_are_marked_hidden_filtered_for_and_shown_again() throws Exception {
        transaction("committed"); // 0 to 2, marker 3
        producer.commitTransaction();
        transaction("aborted"); // 4 to 6, marker 7
        producer.abortTransaction();
        broker.awaitMarkers(topic, 2);
        broker.send(topic, 0, null, utf8("plain")); // 8
        broker.send(topic, 1, null, utf8("elsewhere"));
        transaction("open"); // 9 to 11
        run(() -> {
            model.consume().choose(ConsumeChoice.DEFAULT.with(new StartPosition.Beginning()));
            model.consume().start();
        });
        awaitRows("3 committed", "3 aborted", "plain", "3 open");

        run(() -> model.transactions().wantedProperty().set(true));
        Await.until("marked", SOON, () -> states(TransactionState.ABORTED) == 3 && states(TransactionState.OPEN) == 3);
        run(() -> model.transactions().hiddenProperty().set(true));
        awaitRows("3 committed", "plain", "3 open");
        assertThat(counts().filtered()).isEqualTo(3);
        run(() -> model.filter().apply("is:open"));
        awaitRows("3 open");
        run(() -> model.filter().apply("is:aborted"));
        awaitRows();
        run(() -> model.transactions().hiddenProperty().set(false));
        awaitRows("3 aborted");
        run(() -> model.filter().apply("!is:aborted && !is:open"));
        awaitRows("3 committed", "plain");

        producer.abortTransaction(); // marker 12
        run(() -> model.filter().apply("is:aborted"));
        awaitRows("3 aborted", "3 open");
        run(() -> model.filter().apply(""));
        run(() -> model.transactions().hiddenProperty().set(true));
        awaitRows("3 committed", "plain");
        transaction("later");
        producer.commitTransaction();
        awaitRows("3 committed", "plain", "3 later");
        run(() -> model.transactions().hiddenProperty().set(false));
        awaitRows("3 committed", "3 aborted", "plain", "3 open", "3 later");
        assertThat(counts().received()).isEqualTo(14);
        assertThat(counts().filtered()).isZero();
    }

    private RecordTableViewModel table() throws Exception {
        FakeSession session = FakeSession.of("it", Environment.SANDBOX)
                .with(new KafkaConsumers(connection.context()))
                .with(new KafkaSearches(connection.context()));
        RecordTools tools = new RecordTools(
                new FakeSettings(),
                new FakeDialogs(),
                new FakeClipboards(),
                ui::execute,
                pulse,
                background,
                Clock.systemUTC(),
                new SimpleObjectProperty<>(ZoneOffset.UTC),
                new SimpleObjectProperty<>(26.0));
        return onUi(() -> new RecordTableViewModel(Subscription.to(topic), session, tools, BufferLimits.DEFAULT));
    }

    /**
     * Waits until partition 0 has these rows and no others, while at every moment the counts add up.
     *
     * @param runs a name, or how often it stands there in a row and the name: {@code 3 committed}
     */
    private void awaitRows(String... runs) {
        List<String> wanted =
                Arrays.stream(runs).flatMap(HiddenTransactionsIT::names).toList();
        Await.until(
                "rows " + wanted,
                SOON,
                () -> onUi(() -> {
                    pulse.tick();
                    BufferCounts now = model.feed().countsProperty().get();
                    assertThat(now.shown() + now.filtered() + now.evicted()).isEqualTo(now.received());
                    List<String> there = model.feed().rows().stream()
                            .filter(row -> row instanceof ConsumedRecord
                                    && row.partition().partition() == 0)
                            .map(row -> name((ConsumedRecord) row))
                            .toList();
                    return there.equals(wanted);
                }));
    }

    private static Stream<String> names(String run) {
        String[] words = run.split(" ", 2);
        return words.length == 1 ? Stream.of(run) : Collections.nCopies(Integer.parseInt(words[0]), words[1]).stream();
    }

    private static String name(ConsumedRecord record) {
        String value = new String(Objects.requireNonNull(record.value()), StandardCharsets.UTF_8);
        return value.replaceAll("-\\d", "");
    }

    private long states(TransactionState state) throws Exception {
        return onUi(() -> {
            pulse.tick();
            return model.feed().rows().stream()
                    .filter(row -> row instanceof ConsumedRecord record
                            && model.transactions().of(record) == state)
                    .count();
        });
    }

    private BufferCounts counts() throws Exception {
        return onUi(() -> model.feed().countsProperty().get());
    }

    private void run(Runnable action) throws Exception {
        onUi(() -> {
            action.run();
            return true;
        });
    }

    private <T> T onUi(Callable<T> question) throws Exception {
        Future<T> answer = ui.submit(question);
        return answer.get(60, TimeUnit.SECONDS);
    }

    private void transaction(String name) {
        producer.beginTransaction();
        for (int i = 0; i < 3; i++) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, null, utf8(name + "-" + i)));
        }
        producer.flush();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
