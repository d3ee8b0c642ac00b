package dev.surveyor.ui.records.page;

import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.records.table.SortOrder;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says by which column the rows are sorted, and ends that; not there while they stand by their age. */
final class SortedChip extends Button {

    SortedChip(SortOrder order) {
        setId("records-sorted");
        getStyleClass().add("chip-button");
        setGraphic(new FontIcon(Feather.X));
        setContentDisplay(ContentDisplay.RIGHT);
        textProperty().bind(order.columnProperty().map(title -> "Sorted by " + title));
        Shown.when(this, order.columnProperty().isNotEmpty());
        setOnAction(event -> order.clear());
    }
}
