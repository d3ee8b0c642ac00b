package dev.surveyor.ui.records.page;

import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.table.ColumnsMenu;
import java.util.List;
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

    MoreMenu(RecordTableViewModel model, ColumnsMenu columns, List<MenuItem> further) {
        setId("records-more");
        setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        getStyleClass().addAll("flat", "button-icon");
        setAccessibleText("More: columns, gaps, transactions, highlight rules, clear, export, import");
        setTooltip(new Tooltip("Columns, gaps, transactions, highlight rules, clear, export, import"));
        CheckMenuItem gaps = new CheckMenuItem("Show offsets that were not delivered");
        gaps.setId("records-show-gaps");
        gaps.selectedProperty().bindBidirectional(model.filter().showGapsProperty());
        CheckMenuItem transactions = new CheckMenuItem("Mark records of aborted transactions");
        transactions.setId("records-mark-aborted");
        transactions.selectedProperty().bindBidirectional(model.transactions().wantedProperty());
        CheckMenuItem hide = new CheckMenuItem("Hide records of aborted transactions");
        hide.setId("records-hide-aborted");
        hide.selectedProperty().bindBidirectional(model.transactions().hiddenProperty());
        MenuItem highlights = Controls.item("records-highlight-rules", "Highlight rules…", () -> model.highlights()
                .editingProperty()
                .set(true));
        MenuItem clear = Controls.item(
                "records-clear", "Clear rows", () -> model.clearing().clear());
        Menu shown = columns.submenu();
        setOnShowing(event -> columns.fill(shown));
        getItems().addAll(shown, gaps, transactions, hide, highlights, new SeparatorMenuItem(), clear);
        if (!further.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            getItems().addAll(further);
        }
    }
}
