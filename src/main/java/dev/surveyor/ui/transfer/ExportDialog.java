package dev.surveyor.ui.transfer;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.service.transfer.ExportFormat;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks which records go into a file and in which form, writes it, and says what became of it. */
final class ExportDialog extends TransferCard {

    private final SegmentedControl<ExportChoice> source;

    ExportDialog(ExportViewModel model, ConnectionProfile profile) {
        super("transfer-export", "Export records of " + model.topic(), profile, model.run());
        source = new SegmentedControl<>("transfer-export-source", ExportChoice::label, model.choices());
        source.valueProperty().bindBidirectional(model.choiceProperty());
        Label amount = new Label();
        amount.setId("transfer-export-amount");
        amount.getStyleClass().add("caption");
        amount.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.amount(model.choiceProperty().get()), model.choiceProperty()));
        line("Records", source);
        line("", amount);
        BooleanBinding range = model.rangeChosen();
        TextField partitions = field("transfer-export-partitions", "all, or 0,3,5-7", model.partitionsProperty());
        TextField from = field("transfer-export-from", "offset or time", model.fromProperty());
        TextField to = field("transfer-export-to", "offset or time", model.toProperty());
        TextField filter =
                field("transfer-export-filter", "a filter, for instance value.status=paid", model.filterProperty());
        for (Label label : List.of(
                line("Partitions", partitions),
                line("From", from, new Label("to, included"), to),
                line("Filter", filter))) {
            Shown.when(label, range);
        }
        for (TextField field : List.of(partitions, from, filter)) {
            Shown.when(field.getParent(), range);
        }
        SegmentedControl<ExportFormat> format =
                new SegmentedControl<>("transfer-export-format", ExportFormat::label, List.of(ExportFormat.values()));
        format.valueProperty().bindBidirectional(model.formatProperty());
        CheckBox mark = new CheckBox("Byte order mark, for Excel");
        mark.setId("transfer-export-bom");
        mark.selectedProperty().bindBidirectional(model.byteOrderMarkProperty());
        mark.visibleProperty().bind(model.formatProperty().isEqualTo(ExportFormat.CSV));
        line("Form", format, mark);
        Label says = new Label();
        says.setId("transfer-export-says");
        says.getStyleClass().add("caption");
        says.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(model.formatProperty().get()), model.formatProperty()));
        line("", says);
        Label problem = new Label();
        problem.setId("transfer-export-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("transfer-problem");
        problem.textProperty().bind(model.problemProperty());
        line("", problem);
        Button export = action("transfer-export-start", "Export…", model::export);
        export.disableProperty().bind(model.run().runningProperty());
    }

    /** Puts the focus on the first choice. */
    @Override
    public void focus() {
        source.lookupAll(".segment").stream().findFirst().ifPresent(javafx.scene.Node::requestFocus);
    }

    private static String words(ExportFormat format) {
        return switch (format) {
            case JSON_LINES -> "Loses nothing: bytes, null and empty, headers, times. Can be imported again.";
            case CSV -> "Opens safely in a spreadsheet. Binary is Base64. Cannot be imported again.";
            case RAW -> "The bytes of the values, a line break after each. No keys, no headers.";
        };
    }

    private static TextField field(String id, String prompt, StringProperty text) {
        TextField field = Controls.field(id, prompt);
        field.textProperty().bindBidirectional(text);
        return field;
    }
}
