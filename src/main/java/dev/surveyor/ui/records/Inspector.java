package dev.surveyor.ui.records;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.PartitionChip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selected record in full: its key, value, headers and metadata. Folds to a rail where the window is narrow. */
final class Inspector {

    private static final double WIDTH = 320;
    private static final double RAIL_WIDTH = 32;

    private final RecordTableViewModel model;
    private final RecordTools tools;
    private final RecordActions actions;
    private final RecordCopies copies;
    private final PayloadPane payload;
    private final HeadersTable headers = new HeadersTable();
    private final MetadataPane metadata;
    private final PartitionChip chip = new PartitionChip(0);
    private final Label reference = new Label();
    private final ToggleGroup parts = new ToggleGroup();
    private final ToggleGroup details = new ToggleGroup();
    private final ToggleButton valueTab = tab("inspector-tab-value", "Value", parts);
    private final ToggleButton keyTab = tab("inspector-tab-key", "Key", parts);
    private final ToggleButton headersTab = tab("inspector-tab-headers", "Headers", details);
    private final ToggleButton metadataTab = tab("inspector-tab-metadata", "Metadata", details);
    private final CountBadge headerCount = new CountBadge("inspector-header-count");
    private final VBox full = new VBox();
    private final VBox nothing = new VBox(4);
    private final StackPane root = new StackPane();
    private final InspectorRail rail = new InspectorRail(this::unfold);
    private boolean narrow;
    private boolean unfolded;
    private @Nullable ConsumedRecord record;

    Inspector(
            RecordTableViewModel model,
            RecordTools tools,
            RecordActions actions,
            RecordCopies copies,
            Clock clock,
            ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected) {
        this.model = model;
        this.tools = tools;
        this.actions = actions;
        this.copies = copies;
        payload = new PayloadPane(tools, treeActions(), this::saveBytes);
        metadata = new MetadataPane(clock);
        content();
        selected.addListener((source, before, now) -> show(now));
        parts.selectedToggleProperty().addListener((source, before, now) -> keepOne(parts, before, now));
        details.selectedToggleProperty().addListener((source, before, now) -> keepOne(details, before, now));
        show(null);
        fold();
    }

    Node root() {
        return root;
    }

    /** Folds to the rail, or back. */
    void narrow(boolean now) {
        if (narrow != now) {
            narrow = now;
            unfolded = false;
            fold();
        }
    }

    void close() {
        payload.clear();
    }

    private void content() {
        root.setId("records-inspector");
        root.getStyleClass().addAll("inspector");
        root.getStylesheets()
                .add(Objects.requireNonNull(Inspector.class.getResource("records.css"))
                        .toExternalForm());
        HBox partTabs = new HBox(valueTab, keyTab);
        HBox detailTabs = new HBox(headersTab, metadataTab);
        partTabs.getStyleClass().add("inspector-tabs");
        detailTabs.getStyleClass().addAll("inspector-tabs", "second");
        headersTab.setGraphic(headerCount);
        headersTab.setContentDisplay(ContentDisplay.RIGHT);
        valueTab.setSelected(true);
        headersTab.setSelected(true);
        StackPane detail = new StackPane(headers, metadata);
        detail.getStyleClass().add("inspector-detail");
        VBox.setVgrow(payload, Priority.ALWAYS);
        full.getChildren().addAll(referenceBar(), partTabs, payload, detailTabs, detail, actionBar());
        Label title = new Label("Select a record");
        title.getStyleClass().add("semibold");
        Label hint = new Label("↑ and ↓ move from record to record");
        hint.getStyleClass().add("caption");
        nothing.setId("inspector-empty");
        nothing.setAlignment(Pos.CENTER);
        nothing.getChildren().addAll(new FontIcon(Feather.MOUSE_POINTER), title, hint);
        nothing.getStyleClass().add("inspector-empty");
    }

    private HBox referenceBar() {
        reference.setId("inspector-reference");
        reference.getStyleClass().add("inspector-reference");
        HBox.setHgrow(reference, Priority.ALWAYS);
        reference.setMaxWidth(Double.MAX_VALUE);
        Button copy = icon("inspector-copy-reference", Feather.LINK, "Copy the reference");
        copy.setOnAction(event -> copy(CopyFormat.REFERENCE));
        Button close = icon("inspector-close", Feather.X, "Close the inspector of this record");
        close.setOnAction(event -> closeRecord());
        HBox bar = new HBox(8, chip, reference, copy, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("inspector-bar");
        return bar;
    }

    private HBox actionBar() {
        MenuButton copyAs = new MenuButton("Copy as");
        copyAs.setId("inspector-copy");
        copyAs.setGraphic(new FontIcon(Feather.COPY));
        copyAs.getStyleClass().add("sv-button");
        for (CopyFormat format : CopyFormat.values()) {
            MenuItem item = new MenuItem(format.label());
            item.setId("inspector-copy-" + format.id());
            item.setOnAction(event -> copy(format));
            copyAs.getItems().add(item);
        }
        HBox bar = new HBox(8, copyAs);
        bar.getStyleClass().add("inspector-actions");
        bar.setAlignment(Pos.CENTER_LEFT);
        var resend = actions.resend();
        if (resend != null) {
            Button again = new Button("Re-send…");
            again.setId("inspector-resend");
            again.setGraphic(new FontIcon(Feather.SEND));
            again.getStyleClass().add("sv-button");
            again.setOnAction(event -> {
                ConsumedRecord now = record;
                if (now != null) {
                    resend.accept(now);
                }
            });
            bar.getChildren().add(again);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button mark = icon("inspector-mark", Feather.FLAG, "Mark this record (Ctrl+D)");
        mark.getStyleClass().remove("flat");
        mark.setOnAction(event -> {
            ConsumedRecord now = record;
            if (now != null) {
                model.toggleMark(List.of(now));
            }
        });
        bar.getChildren().addAll(gap, mark);
        return bar;
    }

    private JsonTreeView.Actions treeActions() {
        return new JsonTreeView.Actions(
                item -> model.filter().narrow("value." + item.path() + "=" + literal(item)),
                item -> tools.clipboards().copy("value." + item.path()),
                item -> tools.clipboards().copy(item.text()));
    }

    private static String literal(JsonItem item) {
        return item.kind() == JsonItem.Kind.STRING ? RecordCopies.quoted(item.text()) : item.text();
    }

    private void show(@Nullable ConsumedRecord now) {
        record = now;
        root.getChildren().setAll(now == null ? nothing : full);
        if (now == null) {
            payload.clear();
        } else {
            chip.setPartition(now.partition().partition());
            reference.setText(now.reference().toString());
            payload.show(now, keyTab.isSelected() ? RecordPart.KEY : RecordPart.VALUE);
            headerCount.setCount(now.headerCount());
            headers.show(now.headers());
            metadata.show(now, null);
            tools.background().execute(() -> {
                String opaque = model.opaqueOf(now.reference());
                tools.ui().execute(() -> {
                    if (opaque != null && now.equals(record)) {
                        metadata.show(now, opaque);
                    }
                });
            });
        }
        showDetail();
        fold();
    }

    private void keepOne(ToggleGroup group, javafx.scene.control.Toggle before, javafx.scene.control.Toggle now) {
        if (now == null) {
            group.selectToggle(before);
            return;
        }
        ConsumedRecord shown = record;
        if (group.equals(parts) && shown != null) {
            payload.show(shown, keyTab.isSelected() ? RecordPart.KEY : RecordPart.VALUE);
        }
        showDetail();
    }

    private void showDetail() {
        headers.setVisible(headersTab.isSelected());
        metadata.setVisible(metadataTab.isSelected());
    }

    private void unfold() {
        unfolded = true;
        fold();
    }

    private void closeRecord() {
        if (narrow) {
            unfolded = false;
            fold();
        } else {
            show(null);
        }
    }

    private void fold() {
        boolean folded = narrow && !unfolded;
        double width = folded ? RAIL_WIDTH : WIDTH;
        root.setMinWidth(folded ? RAIL_WIDTH : 240);
        root.setPrefWidth(width);
        root.setMaxWidth(folded ? RAIL_WIDTH : Double.MAX_VALUE);
        root.getChildren().setAll(folded ? rail : record == null ? nothing : full);
    }

    private void copy(CopyFormat format) {
        ConsumedRecord now = record;
        if (now != null) {
            tools.clipboards().copy(copies.text(format, List.of(now)));
        }
    }

    private void saveBytes(String name, Slice bytes) {
        tools.dialogs()
                .saveFile(
                        new Dialogs.FileRequest("Save as a file", name, "All files", List.of()),
                        file -> tools.background().execute(() -> write(file, bytes)));
    }

    private void write(Path file, Slice bytes) {
        try {
            Files.write(file, bytes.bytes());
        } catch (IOException failed) {
            BrokerFailure failure = new BrokerFailure(
                    "The file " + file + " could not be written.",
                    String.valueOf(failed.getMessage()),
                    List.of("Choose another folder"),
                    failed.toString(),
                    BrokerFailure.Kind.FATAL);
            tools.ui().execute(() -> tools.dialogs().error(failure));
        }
    }

    private static ToggleButton tab(String id, String words, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(words);
        tab.setId(id);
        tab.getStyleClass().setAll("inspector-tab");
        tab.setToggleGroup(group);
        return tab;
    }

    private static Button icon(String id, Feather symbol, String words) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(symbol));
        button.getStyleClass().addAll("sv-button", "button-icon", "flat");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }
}
