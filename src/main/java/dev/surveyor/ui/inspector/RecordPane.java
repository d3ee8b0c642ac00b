package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.EdgeHandle;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A record in full: its value, its key, how it differs from another one, its headers and metadata. */
final class RecordPane extends VBox {

    /** Below this the headers leave more of the height to the value. */
    private static final double LOW_HEIGHT = 520;

    private static final double USUAL_DETAIL = 158;
    private static final double LOW_DETAIL = 82;
    private static final double LEAST_DETAIL = 56;

    /** What the value keeps with the bars around it. */
    private static final double REST = 260;

    private final RecordViewModel model;
    private final InspectorBar bar;
    private final PayloadPane payload;
    private final DiffPane diff;
    private final HeadersTable headers;
    private final MetadataPane metadata = new MetadataPane();
    private final InspectorFoot foot;
    private final ToggleGroup parts = new ToggleGroup();
    private final ToggleGroup details = new ToggleGroup();
    private final ToggleButton valueTab = tab("inspector-tab-value", "Value", parts);
    private final ToggleButton keyTab = tab("inspector-tab-key", "Key", parts);
    private final ToggleButton diffTab = tab("inspector-tab-diff", "Diff to previous", parts);
    private final ToggleButton headersTab = tab("inspector-tab-headers", "Headers", details);
    private final ToggleButton metadataTab = tab("inspector-tab-metadata", "Metadata", details);
    private final StackPane detail = new StackPane();
    private final EdgeHandle detailEdge;
    private final CountBadge headerCount = new CountBadge("inspector-header-count");

    RecordPane(RecordViewModel model, InspectorTools tools, InspectorActions actions) {
        this.model = model;
        bar = new InspectorBar(model::copyReference);
        payload = new PayloadPane(
                model.payload(),
                tools,
                model.fields(),
                () -> model.save(model.payload().part()));
        headers = new HeadersTable(model.headers(), model.fields());
        diff = new DiffPane(model.diff(), tools.clipboards());
        foot = new InspectorFoot(actions, model::save);
        detailEdge = new EdgeHandle(
                        "inspector-detail-edge",
                        "Height of the headers",
                        detail,
                        EdgeHandle.Side.BELOW,
                        LEAST_DETAIL,
                        REST)
                .remember(tools.settings(), "inspector.detail-height");
        getStyleClass().add("inspector");
        getStylesheets().add(StyleSheets.of(RecordPane.class));
        content();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!diffTab.isSelected() && payload.find(event)) {
                event.consume();
            }
        });
    }

    InspectorBar bar() {
        return bar;
    }

    /** Opens a part and puts the focus on its tab. */
    void open(InspectorRail.Part part) {
        ToggleButton tab =
                switch (part) {
                    case VALUE -> valueTab;
                    case KEY -> keyTab;
                    case HEADERS -> headersTab;
                    case METADATA -> metadataTab;
                };
        tab.setSelected(true);
        tab.requestFocus();
    }

    private void show(@Nullable ConsumedRecord now) {
        foot.show(now);
        if (now != null) {
            bar.show(now);
            headerCount.setCount(now.headerCount());
        }
    }

    private void content() {
        HBox partTabs = new HBox(valueTab, keyTab, diffTab);
        HBox detailTabs = new HBox(headersTab, metadataTab, new Spacer(), headers.readAsButton());
        detailTabs.setAlignment(Pos.CENTER_LEFT);
        partTabs.getStyleClass().add("inspector-tabs");
        detailTabs.getStyleClass().addAll("inspector-tabs", "second");
        headersTab.setGraphic(headerCount);
        headersTab.setContentDisplay(ContentDisplay.RIGHT);
        valueTab.setUserData(RecordViewModel.Part.VALUE);
        keyTab.setUserData(RecordViewModel.Part.KEY);
        diffTab.setUserData(RecordViewModel.Part.DIFF);
        valueTab.setSelected(true);
        headersTab.setSelected(true);
        StackPane part = new StackPane(payload, diff);
        VBox.setVgrow(part, Priority.ALWAYS);
        part.setMinHeight(0);
        detail.getChildren().addAll(headers, metadata);
        detail.getStyleClass().add("inspector-detail");
        parts.selectedToggleProperty().addListener((source, before, now) -> keepOne(parts, before, now));
        details.selectedToggleProperty().addListener((source, before, now) -> keepOne(details, before, now));
        getChildren().addAll(bar, partTabs, part, detailEdge, detailTabs, detail, foot);
        heightProperty().addListener(changed -> shareHeight());
        detailEdge.sizeProperty().subscribe(this::shareHeight);
        showDetail();
        model.recordProperty().subscribe(this::show);
        model.metadataProperty().subscribe(metadata::show);
        model.partProperty().subscribe(this::show);
    }

    private void shareHeight() {
        double chosen = detailEdge.sizeProperty().get();
        double usual = getHeight() < LOW_HEIGHT ? LOW_DETAIL : USUAL_DETAIL;
        double height = Double.isNaN(chosen) ? usual : Math.max(LEAST_DETAIL, Math.min(chosen, getHeight() - REST));
        detail.setMinHeight(height);
        detail.setPrefHeight(height);
        detail.setMaxHeight(height);
    }

    private void keepOne(ToggleGroup group, Toggle before, @Nullable Toggle now) {
        if (now == null) {
            group.selectToggle(before);
        } else if (group.equals(parts)) {
            model.partProperty().set((RecordViewModel.Part) now.getUserData());
        } else {
            showDetail();
        }
    }

    private void show(RecordViewModel.Part now) {
        payload.setVisible(now != RecordViewModel.Part.DIFF);
        diff.setVisible(now == RecordViewModel.Part.DIFF);
    }

    private void showDetail() {
        headers.setVisible(headersTab.isSelected());
        metadata.setVisible(metadataTab.isSelected());
    }

    private static ToggleButton tab(String id, String words, ToggleGroup group) {
        ToggleButton tab = Controls.toggle(id, words, "");
        tab.getStyleClass().setAll("inspector-tab");
        tab.setToggleGroup(group);
        return tab;
    }
}
