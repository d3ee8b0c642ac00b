package dev.surveyor.ui.records.page;

import dev.surveyor.ui.records.RecordTableViewModel;
import dev.surveyor.ui.records.table.ColumnsMenu;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with a table beside what its bars offer. */
final class MoreMenu extends MenuButton {

    MoreMenu(RecordTableViewModel model, ColumnsMenu columns) {
        setId("records-more");
        setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        getStyleClass().addAll("sv-button", "flat", "button-icon");
        setAccessibleText("More about this table: columns, gaps, clear");
        setTooltip(new Tooltip("Columns, gaps, clear"));
        CheckMenuItem gaps = new CheckMenuItem("Show offsets that were not delivered");
        gaps.setId("records-show-gaps");
        gaps.selectedProperty().bindBidirectional(model.filter().showGapsProperty());
        MenuItem clear = new MenuItem("Clear rows");
        clear.setId("records-clear");
        clear.setOnAction(event -> model.clear());
        Menu shown = columns.submenu();
        setOnShowing(event -> columns.fill(shown));
        getItems().addAll(shown, gaps, new SeparatorMenuItem(), clear);
    }
}
