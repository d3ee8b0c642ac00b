package dev.surveyor.ui.transfer;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.transfer.ImportWords;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Reads a file, says what is in it, and sends it when the user agrees. */
final class ImportDialog extends TransferCard {

    private final Button choose = Controls.button("transfer-import-choose", "Choose a file…", "");

    ImportDialog(ImportViewModel model, ConnectionProfile profile) {
        super("transfer-import", "Import records", profile, model.run());
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
                        () -> ImportWords.preview(model.previewProperty().get()), model.previewProperty()));
        line("Holds", preview);
        TextField topic = Controls.field("transfer-import-topic", "");
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
        CheckBox early = new CheckBox();
        early.setId("transfer-import-early-times");
        early.selectedProperty().bindBidirectional(model.sendEarlyTimesProperty());
        early.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ImportWords.early(model.previewProperty().get()), model.previewProperty()));
        early.setWrapText(true);
        Shown.when(early, early.textProperty().isNotEmpty().and(model.keepTimestampProperty()));
        Label earlyLabel = line("", early);
        Shown.when(earlyLabel, early.visibleProperty());
        Label limits = new Label();
        limits.setId("transfer-import-limits");
        limits.setWrapText(true);
        limits.getStyleClass().add("transfer-limits");
        limits.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ImportWords.limits(
                                model.previewProperty().get(),
                                model.keepTimestampProperty().get()),
                        model.previewProperty(),
                        model.keepTimestampProperty()));
        Shown.when(limits, limits.textProperty().isNotEmpty());
        Label limitsLabel = line("Note", limits);
        Shown.when(limitsLabel, limits.visibleProperty());
        Label warning = new Label("Sent records cannot be taken back. Offsets and leader epochs are given anew.");
        warning.getStyleClass().add("caption");
        line("", warning);
        // No action of Enter: sent records cannot be taken back.
        Button send = button("transfer-import-start", "Import", model::send);
        send.getStyleClass().add("accent");
        send.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ImportWords.verb(model.previewProperty().get()), model.previewProperty()));
        send.disableProperty()
                .bind(model.run()
                        .runningProperty()
                        .or(model.previewProperty().isNull())
                        .or(model.topicProperty().isEmpty()));
        beginAt(choose);
    }
}
