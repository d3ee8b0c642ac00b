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

    private final InspectorViewModel model;
    private final RecordPane full;
    private final PopOut popOut;
    private final VBox nothing = new VBox(4);
    private final StackPane root = new StackPane();
    private final InspectorRail rail = new InspectorRail(this::unfold);

    /**
     * Makes an inspector of whatever is selected.
     *
     * @param selected the record to show, or null for none
     */
    public Inspector(
            InspectorTools tools, InspectorActions actions, ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected) {
        model = new InspectorViewModel(tools, actions, selected);
        full = new RecordPane(model.record(), tools, actions);
        popOut = new PopOut(tools, actions);
        full.bar().offer(model.pinnedProperty(), this::popOut, model::closeRecord);
        content();
        model.faceProperty().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    /** Folds to the rail, or back. */
    public void narrow(boolean now) {
        model.narrow(now);
    }

    /** Says anew what is known about the record beside its bytes. */
    public void describe() {
        model.record().describe();
    }

    /** Gives up what is being decoded, and closes the windows of records. */
    public void close() {
        model.record().clear();
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

    private void popOut() {
        ConsumedRecord now = model.record().recordProperty().get();
        if (now != null && root.getScene() != null) {
            popOut.show(now, root.getScene().getWindow());
        }
    }

    private void unfold(InspectorRail.Part part) {
        model.unfold();
        if (model.faceProperty().get() == InspectorViewModel.Face.RECORD) {
            full.open(part);
        }
    }

    private void show(InspectorViewModel.Face face) {
        boolean folded = face == InspectorViewModel.Face.RAIL;
        root.setMinWidth(folded ? RAIL_WIDTH : 240);
        root.setPrefWidth(folded ? RAIL_WIDTH : WIDTH);
        root.setMaxWidth(folded ? RAIL_WIDTH : Double.MAX_VALUE);
        root.getChildren()
                .setAll(
                        switch (face) {
                            case RAIL -> rail;
                            case NOTHING -> nothing;
                            case RECORD -> full;
                        });
    }
}
