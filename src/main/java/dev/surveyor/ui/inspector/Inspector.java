package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.parts.StyleSheets;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The selected record in full, or a pinned one. Folds to a rail where the window is narrow. For the JavaFX thread only.
 */
public final class Inspector {

    private static final double WIDTH = 320;
    private static final double RAIL_WIDTH = 32;

    private final RecordPane full;
    private final PopOut popOut;
    private final VBox nothing = new VBox(4);
    private final StackPane root = new StackPane();
    private final InspectorRail rail = new InspectorRail(this::unfold);
    private final ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected;
    private boolean narrow;
    private boolean unfolded;
    private @Nullable ConsumedRecord record;
    private @Nullable ConsumedRecord pinned;

    /**
     * Makes an inspector of whatever is selected.
     *
     * @param selected the record to show, or null for none
     */
    public Inspector(
            InspectorTools tools, InspectorActions actions, ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected) {
        this.selected = selected;
        full = new RecordPane(tools, actions, shown -> Others.of(actions, shown, pinned != null));
        popOut = new PopOut(tools, actions);
        full.bar().offer(this::pin, this::popOut, this::closeRecord);
        content();
        selected.addListener((source, before, now) -> selectionMoved(now));
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

    /** Says anew what is known about the record beside its bytes. */
    public void describe() {
        full.describe();
    }

    /** Gives up what is being decoded, and closes the windows of records. */
    public void close() {
        full.clear();
        popOut.close();
    }

    private void content() {
        root.setId("records-inspector");
        root.getStyleClass().add("inspector");
        root.getStylesheets().add(StyleSheets.of(Inspector.class));
        Label title = new Label("Select a record");
        title.getStyleClass().add("semibold");
        Label hint = new Label("↑ and ↓ move from record to record");
        hint.getStyleClass().add("caption");
        nothing.setId("inspector-empty");
        nothing.setAlignment(Pos.CENTER);
        nothing.getChildren().addAll(new FontIcon(Feather.MOUSE_POINTER), title, hint);
        nothing.getStyleClass().add("inspector-empty");
    }

    private void selectionMoved(@Nullable ConsumedRecord now) {
        if (pinned == null) {
            show(now);
        } else {
            full.otherChanged();
        }
    }

    private void pin(boolean keep) {
        pinned = keep ? record : null;
        if (!keep) {
            show(selected.get());
        }
    }

    private void popOut() {
        ConsumedRecord now = record;
        if (now != null && root.getScene() != null) {
            popOut.show(now, root.getScene().getWindow());
        }
    }

    private void show(@Nullable ConsumedRecord now) {
        record = now;
        if (now == null) {
            full.clear();
        } else {
            full.show(now);
        }
        fold();
    }

    private void unfold(InspectorRail.Part part) {
        unfolded = true;
        fold();
        if (record != null) {
            full.open(part);
        }
    }

    private void closeRecord() {
        if (narrow) {
            unfolded = false;
            fold();
        } else {
            pinned = null;
            full.bar().unpin();
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
}
