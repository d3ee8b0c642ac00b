package dev.surveyor.ui.parts;

import javafx.geometry.Pos;

/** The chip of a partition, or a dash where none is known yet. */
final class ChipCell<T> extends FilledCell<T, Integer> {

    private final PartitionChip chip = new PartitionChip(0);

    ChipCell() {
        setAlignment(Pos.CENTER);
    }

    @Override
    protected void show(Integer partition) {
        boolean known = partition >= 0;
        setText(known ? null : "—");
        setGraphic(known ? chip : null);
        if (known) {
            chip.setPartition(partition);
        }
    }
}
