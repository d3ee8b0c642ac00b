package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.ReferenceLabel;
import dev.surveyor.ui.parts.Shown;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The head of the inspector: which record it is, and what becomes of the inspector itself. */
final class InspectorBar extends HBox {

    /** Of so much a topic can be told from others. */
    private static final double TOPIC = 72;

    private final PartitionChip chip = new PartitionChip(0);
    private final ReferenceLabel reference = new ReferenceLabel();
    private final ToggleButton pin =
            Controls.iconToggle("inspector-pin", Feather.MAP_PIN, "", "button-icon", "flat", "inspector-pin");

    InspectorBar(Runnable copyReference) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("inspector-bar");
        reference.setId("inspector-reference");
        reference.getStyleClass().add("inspector-reference");
        HBox.setHgrow(reference, Priority.ALWAYS);
        reference.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        chip,
                        reference,
                        icon("inspector-copy-reference", Feather.LINK, "Copy the reference", copyReference));
    }

    /** Offers to keep the record while the selection moves, to show it in its own window, and to close it. */
    void offer(BooleanProperty pinned, Runnable popOut, Runnable close) {
        pin.selectedProperty().subscribe(now -> {
            String words = now ? "Pinned: let it follow the selection again" : "Pin: keep it while the selection moves";
            pin.setAccessibleText(words);
            pin.setTooltip(new Tooltip(words));
        });
        pin.selectedProperty().bindBidirectional(pinned);
        getChildren()
                .addAll(
                        pin,
                        icon("inspector-pop-out", Feather.EXTERNAL_LINK, "Show in a window of its own", popOut),
                        icon("inspector-close", Feather.X, "Close the inspector of this record", close));
    }

    void show(ConsumedRecord record) {
        chip.setPartition(record.partition().partition());
        reference.show(record.reference());
    }

    /** The chip says nothing that the reference does not, so it is the first to go. */
    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        for (Node child : getChildren()) {
            boolean whole = child != chip && child != reference;
            room -= whole ? snapSizeX(child.prefWidth(-1)) + getSpacing() : 0;
        }
        double least = reference.minWidth(-1) + Math.min(TOPIC, reference.prefWidth(-1) - reference.minWidth(-1));
        boolean fits = least + getSpacing() + chip.prefWidth(-1) <= room;
        Shown.set(chip, fits);
        super.layoutChildren();
    }

    static Button icon(String id, Feather symbol, String words, Runnable action) {
        return Controls.iconButton(id, symbol, words, action, "button-icon", "flat");
    }
}
