package dev.surveyor.ui.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.EdgeHandle;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record in full: its value, its key, how it differs from another one, its headers and metadata. */
final class RecordPane extends VBox {

    private static final Logger LOG = LoggerFactory.getLogger(RecordPane.class);

    /** Below this the headers leave more of the height to the value. */
    private static final double LOW_HEIGHT = 520;

    private static final double USUAL_DETAIL = 158;
    private static final double LOW_DETAIL = 82;
    private static final double LEAST_DETAIL = 56;

    /** What the value keeps with the bars around it. */
    private static final double REST = 260;

    private final InspectorTools tools;
    private final InspectorActions actions;
    private final Function<ConsumedRecord, DiffPane.OtherRecord> other;
    private final InspectorBar bar = new InspectorBar(this::copyReference);
    private final PayloadPane payload;
    private final DiffPane diff;
    private final HeadersTable headers;
    private final MetadataPane metadata;
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
    private final LatestWork opaque;
    private final CountBadge headerCount = new CountBadge("inspector-header-count");
    private @Nullable ConsumedRecord record;

    /**
     * @param other returns how to find the record to compare a record with; asked on the JavaFX thread
     */
    RecordPane(InspectorTools tools, InspectorActions actions, Function<ConsumedRecord, DiffPane.OtherRecord> other) {
        this.tools = tools;
        this.opaque = new LatestWork(tools.background(), tools.ui());
        this.actions = actions;
        this.other = other;
        FieldActions fields = new FieldActions(actions, tools.clipboards());
        payload = new PayloadPane(tools, fields);
        headers = new HeadersTable(fields, tools.decoding(), tools.ui());
        diff = new DiffPane(tools);
        metadata = new MetadataPane(tools.clock());
        foot = new InspectorFoot(actions, payload::save);
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

    /** Shows a record. */
    void show(ConsumedRecord now) {
        // Whatever fails below, nothing of the record before stays under the head of this one.
        diff.clear();
        headers.clear();
        metadata.clear();
        payload.blank();
        record = now;
        bar.show(now);
        foot.show(now);
        headerCount.setCount(now.headerCount());
        orFail(() -> headers.show(now), headers::fail);
        describe();
        showPart();
    }

    /** A part that cannot be shown says why, and the others are shown all the same. */
    private static void orFail(Runnable show, Consumer<Throwable> fail) {
        try {
            show.run();
        } catch (RuntimeException thrown) {
            LOG.warn("A part of a record cannot be shown", thrown);
            fail.accept(thrown);
        }
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

    /** Says what is known about the record beside its bytes. */
    void describe() {
        ConsumedRecord now = record;
        if (now == null) {
            return;
        }
        orFail(() -> describe(now, actions.transactionOf().apply(now)), metadata::fail);
    }

    private void describe(ConsumedRecord now, String transaction) {
        metadata.show(now, transaction, null);
        opaque.start(
                givenUp -> actions.opaqueOf().apply(now.reference()),
                found -> {
                    if (found != null) {
                        metadata.show(now, transaction, found);
                    }
                },
                metadata::fail);
    }

    /** Compares anew, where a comparison is shown: the other record has changed. */
    void otherChanged() {
        if (diffTab.isSelected()) {
            showPart();
        }
    }

    /** Forgets the record, and gives up what is being made of it. */
    void clear() {
        record = null;
        opaque.cancel();
        foot.show(null);
        headers.clear();
        metadata.clear();
        payload.clear();
        diff.clear();
    }

    private void content() {
        HBox partTabs = new HBox(valueTab, keyTab, diffTab);
        HBox detailTabs = new HBox(headersTab, metadataTab, new Spacer(), headers.readAsButton());
        detailTabs.setAlignment(Pos.CENTER_LEFT);
        partTabs.getStyleClass().add("inspector-tabs");
        detailTabs.getStyleClass().addAll("inspector-tabs", "second");
        headersTab.setGraphic(headerCount);
        headersTab.setContentDisplay(ContentDisplay.RIGHT);
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
    }

    private void shareHeight() {
        double chosen = detailEdge.sizeProperty().get();
        double usual = getHeight() < LOW_HEIGHT ? LOW_DETAIL : USUAL_DETAIL;
        double height = Double.isNaN(chosen) ? usual : Math.max(LEAST_DETAIL, Math.min(chosen, getHeight() - REST));
        detail.setMinHeight(height);
        detail.setPrefHeight(height);
        detail.setMaxHeight(height);
    }

    private void copyReference() {
        ConsumedRecord now = record;
        if (now != null) {
            actions.copy().accept(CopyFormat.REFERENCE, List.of(now));
        }
    }

    private void keepOne(ToggleGroup group, Toggle before, @Nullable Toggle now) {
        if (now == null) {
            group.selectToggle(before);
        } else if (group.equals(parts)) {
            showPart();
        } else {
            showDetail();
        }
    }

    private void showPart() {
        boolean compares = diffTab.isSelected();
        payload.setVisible(!compares);
        diff.setVisible(compares);
        ConsumedRecord now = record;
        if (now == null) {
            return;
        }
        if (compares) {
            payload.clear();
            // The selection is told in several steps; after them it is whole.
            tools.ui().execute(() -> {
                if (now.equals(record) && diffTab.isSelected()) {
                    orFail(() -> diff.show(now, other.apply(now)), diff::fail);
                }
            });
        } else {
            diff.clear();
            RecordPart part = keyTab.isSelected() ? RecordPart.KEY : RecordPart.VALUE;
            orFail(() -> payload.show(now, part), payload::fail);
        }
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
