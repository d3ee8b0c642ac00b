package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.records.copy.CopyFormat;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The selected record in full: its key, value, headers and metadata. Folds to a rail where the window is narrow. For the
 * JavaFX thread only.
 */
public final class Inspector {

    private static final double WIDTH = 320;
    private static final double RAIL_WIDTH = 32;

    private final InspectorTools tools;
    private final InspectorActions actions;
    private final PayloadPane payload;
    private final HeadersTable headers = new HeadersTable();
    private final MetadataPane metadata;
    private final InspectorBar bar = new InspectorBar(this::copyReference, this::closeRecord);
    private final InspectorFoot foot;
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

    /**
     * Makes an inspector of whatever is selected.
     *
     * @param selected the record to show, or null for none
     */
    public Inspector(
            InspectorTools tools, InspectorActions actions, ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected) {
        this.tools = tools;
        this.actions = actions;
        foot = new InspectorFoot(actions);
        payload = new PayloadPane(tools, treeActions());
        metadata = new MetadataPane(tools.clock());
        content();
        selected.addListener((source, before, now) -> show(now));
        parts.selectedToggleProperty().addListener((source, before, now) -> keepOne(parts, before, now));
        details.selectedToggleProperty().addListener((source, before, now) -> keepOne(details, before, now));
        show(null);
        fold();
    }

    public Node root() {
        return root;
    }

    /** Folds to the rail, or back. */
    public void narrow(boolean now) {
        if (narrow != now) {
            narrow = now;
            unfolded = false;
            fold();
        }
    }

    /** Gives up what is being decoded. */
    public void close() {
        payload.clear();
    }

    private void content() {
        root.setId("records-inspector");
        root.getStyleClass().addAll("inspector");
        root.getStylesheets()
                .add(Objects.requireNonNull(Inspector.class.getResource("inspector.css"))
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
        full.getChildren().addAll(bar, partTabs, payload, detailTabs, detail, foot);
        Label title = new Label("Select a record");
        title.getStyleClass().add("semibold");
        Label hint = new Label("↑ and ↓ move from record to record");
        hint.getStyleClass().add("caption");
        nothing.setId("inspector-empty");
        nothing.setAlignment(Pos.CENTER);
        nothing.getChildren().addAll(new FontIcon(Feather.MOUSE_POINTER), title, hint);
        nothing.getStyleClass().add("inspector-empty");
    }

    private void copyReference() {
        ConsumedRecord now = record;
        if (now != null) {
            actions.copy().accept(CopyFormat.REFERENCE, List.of(now));
        }
    }

    private JsonTreeView.Actions treeActions() {
        return new JsonTreeView.Actions(
                item -> actions.narrow().accept("value." + item.path() + "=" + literal(item)),
                item -> tools.clipboards().copy("value." + item.path()),
                item -> tools.clipboards().copy(item.text()));
    }

    private static String literal(JsonItem item) {
        return item.kind() == JsonItem.Kind.STRING
                ? '"' + item.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : item.text();
    }

    private void show(@Nullable ConsumedRecord now) {
        record = now;
        foot.show(now);
        root.getChildren().setAll(now == null ? nothing : full);
        if (now == null) {
            payload.clear();
        } else {
            bar.show(now);
            payload.show(now, keyTab.isSelected() ? RecordPart.KEY : RecordPart.VALUE);
            headerCount.setCount(now.headerCount());
            headers.show(now.headers());
            metadata.show(now, null);
            tools.background().execute(() -> {
                String opaque = actions.opaqueOf().apply(now.reference());
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

    private void keepOne(ToggleGroup group, Toggle before, Toggle now) {
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

    private static ToggleButton tab(String id, String words, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(words);
        tab.setId(id);
        tab.getStyleClass().setAll("inspector-tab");
        tab.setToggleGroup(group);
        return tab;
    }
}
