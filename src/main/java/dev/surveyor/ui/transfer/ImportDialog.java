package dev.surveyor.ui.transfer;

import dev.surveyor.codec.Counted;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.transfer.ImportPreview;
import dev.surveyor.ui.parts.Sizes;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Reads a file, says what is in it, and sends it when the user agrees. */
public final class ImportDialog extends TransferCard {

    private final Button choose = new Button("Choose a file…");

    public ImportDialog(ImportViewModel model, ConnectionProfile profile) {
        super("transfer-import", "Import records", profile, model.run());
        choose.setId("transfer-import-choose");
        choose.getStyleClass().add("sv-button");
        choose.disableProperty().bind(model.run().runningProperty());
        choose.setOnAction(event -> model.choose());
        Label file = new Label();
        file.setId("transfer-import-file");
        file.getStyleClass().add("caption");
        file.textProperty()
                .bind(Bindings.when(model.fileProperty().isEmpty())
                        .then("JSON Lines, as an export writes them")
                        .otherwise(model.fileProperty()));
        HBox.setHgrow(file, Priority.ALWAYS);
        line("File", choose, file);
        Label preview = new Label();
        preview.setId("transfer-import-preview");
        preview.setWrapText(true);
        preview.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(model.previewProperty().get()), model.previewProperty()));
        line("Holds", preview);
        TextField topic = new TextField();
        topic.setId("transfer-import-topic");
        topic.setPrefWidth(280);
        topic.textProperty().bindBidirectional(model.topicProperty());
        line("To topic", topic);
        CheckBox partition = new CheckBox("Keep the partition that a record names");
        partition.setId("transfer-import-keep-partition");
        partition.selectedProperty().bindBidirectional(model.keepPartitionProperty());
        line("Partition", partition);
        CheckBox timestamp = new CheckBox("Keep the timestamp that a record names");
        timestamp.setId("transfer-import-keep-timestamp");
        timestamp.selectedProperty().bindBidirectional(model.keepTimestampProperty());
        line("Time", timestamp);
        Label warning = new Label("Sent records cannot be taken back. Offsets and leader epochs are given anew.");
        warning.getStyleClass().add("caption");
        line("", warning);
        // No action of Enter: sent records cannot be taken back.
        Button send = button("transfer-import-start", "Import", model::send);
        send.getStyleClass().add("accent");
        send.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> verb(model.previewProperty().get()), model.previewProperty()));
        send.disableProperty()
                .bind(model.run()
                        .runningProperty()
                        .or(model.previewProperty().isNull())
                        .or(model.topicProperty().isEmpty()));
        beginAt(choose);
    }

    private static String verb(@Nullable ImportPreview preview) {
        return preview == null ? "Import (choose a file first)" : "Import " + counted(preview.records());
    }

    private static String words(@Nullable ImportPreview preview) {
        if (preview == null) {
            return "—";
        }
        String partitions = preview.highestPartition() < 0
                ? "no partitions named"
                : "partitions up to " + preview.highestPartition()
                        + (preview.withoutPartition() == 0
                                ? ""
                                : ", " + Counted.of(preview.withoutPartition(), "names", "name") + " none");
        String from = preview.topics().isEmpty() ? "" : ", from " + String.join(", ", preview.topics());
        String broken = preview.brokenLines() == 0
                ? ""
                : "\n"
                        + Counted.of(preview.brokenLines(), "line is no record", "lines are no records")
                        + " and will be passed over:\n"
                        + preview.problems().stream().limit(3).collect(Collectors.joining("\n"));
        return counted(preview.records()) + ", " + Sizes.text(preview.bytes()) + from + "; " + partitions + broken;
    }

    private static String counted(long records) {
        return Counted.of(records, "record");
    }
}
