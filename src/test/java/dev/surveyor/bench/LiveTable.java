package dev.surveyor.bench;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.ui.fx.FxPulse;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.records.page.RecordsView;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The live table of a topic in a window, with a consumer on a real broker. A new one for each run. */
final class LiveTable implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final TestConnection connection;
    private final RecordTableViewModel model;
    private final RecordsView view;

    /** Opens the table and shows it; nothing is read yet. */
    LiveTable(Stage stage, String bootstrapServers, String topic) {
        connection = TestConnection.to(bootstrapServers);
        FakeSession session =
                FakeSession.of("bench", Environment.SANDBOX).with(new KafkaConsumers(connection.context()));
        RecordTools tools = tools(background);
        model = UiWait.onFx(
                () -> new RecordTableViewModel(Subscription.to(topic), session, tools, BufferLimits.DEFAULT));
        view = UiWait.onFx(() -> {
            RecordsView made = new RecordsView(model, tools, RecordActions.NONE);
            new Theme().install();
            Stages.show(
                    stage, new Scene(new BorderPane(made.content(), null, made.inspector(), null, null), 1280, 800));
            return made;
        });
        UiWait.frames(3);
    }

    /** Returns what a table in a window of this program has, with settings that begin empty. */
    static RecordTools tools(Executor background) {
        return new RecordTools(
                new FakeSettings(),
                new FakeDialogs(),
                new FakeClipboards(),
                Platform::runLater,
                new FxPulse(),
                background,
                Clock.systemUTC(),
                new SimpleObjectProperty<ZoneId>(ZoneOffset.UTC),
                new SimpleObjectProperty<>(26.0));
    }

    /** Reads from there until so many records were received and the rows of the last ones are on the screen. */
    long read(StartPosition from, long records) {
        UiWait.runOnFx(() -> {
            model.consume().choose(model.consume().choiceProperty().get().with(from));
            model.consume().start();
        });
        awaitReceived(records);
        UiWait.frames(1);
        BufferCounts counts = counts();
        if (counts.shown() + counts.filtered() + counts.evicted() != counts.received()) {
            throw new AssertionError("the counts do not add up: " + counts);
        }
        return counts.received();
    }

    BufferCounts counts() {
        return UiWait.onFx(() -> model.feed().countsProperty().get());
    }

    /** Waits without asking the window again and again, which would cost it more than the records. */
    private void awaitReceived(long records) {
        CountDownLatch received = new CountDownLatch(1);
        ChangeListener<BufferCounts> watch = (source, before, now) -> {
            if (now.received() >= records) {
                received.countDown();
            }
        };
        UiWait.runOnFx(() -> {
            model.feed().countsProperty().addListener(watch);
            watch.changed(
                    model.feed().countsProperty(),
                    model.feed().countsProperty().get(),
                    model.feed().countsProperty().get());
        });
        try {
            if (!received.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("only " + counts() + " of " + records);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        } finally {
            UiWait.runOnFx(() -> model.feed().countsProperty().removeListener(watch));
        }
    }

    @Override
    public void close() {
        UiWait.runOnFx(view::close);
        connection.close();
        background.shutdownNow();
    }
}
