package dev.surveyor.ui.transfer;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.transfer.ImportPlan;
import dev.surveyor.service.transfer.ImportPreview;
import dev.surveyor.service.transfer.ImportReport;
import dev.surveyor.service.transfer.ImportWords;
import dev.surveyor.service.transfer.Importer;
import dev.surveyor.service.transfer.TransferControl;
import dev.surveyor.service.transfer.TransferException;
import dev.surveyor.ui.fx.Dialogs;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Decides what is imported: first a file is read as a whole, then it is sent. For the JavaFX thread only. */
final class ImportViewModel {

    private final ConnectionProfile profile;
    private final Producers producers;
    private final TransferTools tools;
    private final TransferRun run;
    private final StringProperty topic;
    private final BooleanProperty keepPartition = new SimpleBooleanProperty(true);
    private final BooleanProperty keepTimestamp = new SimpleBooleanProperty(true);
    private final BooleanProperty sendEarlyTimes = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
    private @Nullable Path chosen;

    /**
     * @param topic where to send, unless the user writes another one
     */
    ImportViewModel(ConnectionProfile profile, Producers producers, String topic, TransferTools tools) {
        this.profile = profile;
        this.producers = producers;
        this.tools = tools;
        this.run = new TransferRun(tools);
        this.topic = new SimpleStringProperty(topic);
    }

    // Properties

    TransferRun run() {
        return run;
    }

    /** Returns the name of the topic to send to. */
    StringProperty topicProperty() {
        return topic;
    }

    BooleanProperty keepPartitionProperty() {
        return keepPartition;
    }

    BooleanProperty keepTimestampProperty() {
        return keepTimestamp;
    }

    /** Whether records from before 1970 go with the time of sending, rather than being left out. */
    BooleanProperty sendEarlyTimesProperty() {
        return sendEarlyTimes;
    }

    /** Returns what is in the file, null until it has been read. */
    ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Returns the path of the file, empty until one was chosen. */
    ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
    }

    // Commands

    /** Asks for a file and reads it; nothing is sent. */
    void choose() {
        tools.dialogs()
                .openFile(
                        new Dialogs.FileRequest("Import records", "", "JSON Lines", List.of("*.jsonl", "*.json")),
                        this::read);
    }

    /** Sends the records, on a production cluster after the name of the topic was typed. */
    void send() {
        Path from = chosen;
        ImportPreview known = preview.get();
        String target = topic.get().strip();
        if (from == null || known == null || target.isEmpty()) {
            return;
        }
        ImportPlan plan = new ImportPlan(target, keepPartition.get(), keepTimestamp.get(), sendEarlyTimes.get());
        if (profile.environment().name().equals(Environment.PRODUCTION.name())) {
            tools.dialogs()
                    .confirm(
                            new Dialogs.Confirmation(
                                    "Import records",
                                    "Sends " + Counted.of(known.records(), "record") + ", "
                                            + Sizes.text(known.bytes()) + ", to " + target + " on " + profile.name()
                                            + ". Sent records cannot be taken back.",
                                    "Import",
                                    target),
                            () -> start(from, plan));
        } else {
            start(from, plan);
        }
    }

    void cancel() {
        run.cancel();
    }

    private void read(Path path) {
        chosen = path;
        file.set(path.toString());
        preview.set(null);
        run.start("Reading " + path.getFileName(), control -> Importer.preview(path, control), this::previewed);
    }

    private void previewed(ImportPreview read) {
        preview.set(read);
    }

    private void start(Path from, ImportPlan plan) {
        run.start(
                "Importing into " + plan.topic(),
                control -> sendAll(from, plan, control),
                done -> run.say(ImportWords.report(done)));
    }

    private ImportReport sendAll(Path from, ImportPlan plan, TransferControl control)
            throws TransferException, InterruptedException {
        try (ProduceSession producer =
                producers.open(ProducerSettings.of(profile.properties()).confirmedByAll())) {
            return Importer.send(from, plan, producer, control);
        }
    }
}
