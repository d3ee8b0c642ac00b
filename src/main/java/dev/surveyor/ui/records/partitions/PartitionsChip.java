package dev.surveyor.ui.records.partitions;

import dev.surveyor.ui.parts.ChipMenu;
import dev.surveyor.ui.records.consume.ConsumeViewModel;
import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The chip that says which partitions are read; it opens a list of them in place of a menu. */
public final class PartitionsChip extends ChipMenu {

    private static final double GAP = 4;

    private final ConsumeViewModel model;
    private final PartitionFacts facts;
    private @Nullable PartitionPicker picker;

    public PartitionsChip(ConsumeViewModel model, PartitionFacts facts) {
        super("records-partitions", "", null);
        this.model = model;
        this.facts = facts;
        setTooltip(new Tooltip("Which partitions to read; where each stands"));
        model.choiceProperty().addListener((source, before, now) -> name());
        model.partitionCountProperty().addListener((source, before, now) -> name());
        name();
    }

    private void name() {
        setText(model.choiceProperty()
                .get()
                .partitionsText(model.partitionCountProperty().get()));
    }

    /** Opens the list, or closes it where it is open. */
    @Override
    public void show() {
        if (picker == null) {
            picker = new PartitionPicker(new PartitionPick(model, facts));
            picker.setOnHidden(event -> requestFocus());
        }
        Bounds bounds = localToScreen(getBoundsInLocal());
        if (picker.isShowing()) {
            picker.hide();
        } else if (bounds != null && !isDisabled()) {
            picker.open(this, bounds.getMinX(), bounds.getMaxY() + GAP);
        }
    }

    @Override
    public void hide() {
        if (picker != null) {
            picker.hide();
        }
    }
}
